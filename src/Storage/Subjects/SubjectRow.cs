using LoApi.Storage.Sql;

namespace LoApi.Storage.Subjects;

/// <summary>A row of OIDC_SUBJECT, to be written.</summary>
internal static class SubjectRow
{
    private static readonly RowShape Upsert = RowShape.Upsert(
        "OIDC_SUBJECT",
        [
            new("issuer", ColumnKind.Text, 255),
            new("subject", ColumnKind.Text, 255),
            new("user_id", ColumnKind.Text, 20),
        ],
        keyCount: 2);

    public static Row ToUpsert(Subject subject) => Upsert.Row(subject.Issuer, subject.Name, subject.UserId);
}
