using LoApi.NaicsCodes;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Reference;

/// <summary>A row of NAICS_CODE with its table's version; without a code where the table is empty.</summary>
internal sealed class NaicsCodeRow
{
    public static RowShape Upsert { get; } = RowShape.Upsert(
        "NAICS_CODE",
        [
            new("naics_code", ColumnKind.Text, 6),
            new("title", ColumnKind.Text, 200),
        ],
        keyCount: 1);

    public required long TableVersion { get; init; }

    public string? NaicsCode { get; init; }

    public string? Title { get; init; }

    public static Row ToUpsert(NaicsCode code) => Upsert.Row(code.Code, code.Title);

    public NaicsCode ToNaicsCode() => LoApi.NaicsCodes.NaicsCode.Of(NaicsCode!, Title!);
}
