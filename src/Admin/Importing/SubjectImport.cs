using LoApi.Storage.Importing;
using LoApi.Storage.Subjects;
using LoApi.Users;

namespace LoApi.Admin.Importing;

/// <summary>Subjects of identity providers and the users that they are, one row each.</summary>
internal sealed class SubjectImport : TableImport<Subject>
{
    private const int MaxLength = 255;

    public override IReadOnlyList<string> Columns { get; } = ["issuer", "subject", "user_id"];

    public override (string Column, string Value) Key(Subject model) => ("issuer and subject", $"{model.Issuer} {model.Name}");

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.SubjectsAsync(cancellation);

    public override IEnumerable<string> LocationsOf(Subject model) => [];

    public override ImportSet ToSet(IReadOnlyList<Subject> models) => new() { Subjects = models };

    public override Subject Read(RowReader row) => new(Text(row, "issuer"), Text(row, "subject"), User(row, "user_id"));

    private static string Text(RowReader row, string column)
    {
        var text = row.Text(column);
        if (text is null)
        {
            row.Refuse($"{column} is missing");
        }
        else if (text.Length > MaxLength)
        {
            row.Refuse($"{column} is longer than {MaxLength} characters");
        }

        return text ?? "";
    }

    private static string User(RowReader row, string column)
    {
        var id = row.Text(column);
        if (id is null || !UserId.IsWellFormed(id))
        {
            row.Refuse($"{column} is '{id}', which is no user's id");
        }

        return id ?? "";
    }
}
