using LoApi.ApiFrontend.Lists;
using LoApi.Json;
using LoApi.NaicsCodes;

namespace LoApi.ApiFrontend.NaicsCodes;

/// <summary>What the list of NAICS codes can be asked.</summary>
internal static class NaicsCodeList
{
    public static ListDefinition Definition { get; } = new(
        "naics-codes",
        [new("code", Descending: false)],
        [
            new("code", MemberType.Text, Sortable: true),
            new("title", MemberType.Text, Sortable: true),
            new("level", MemberType.Codes<NaicsLevel>()),
            new("parent_code", MemberType.Text),
            new("sector_code", MemberType.Text),
        ]);

    public static SnapshotList<NaicsCode> Rows { get; } = new(
        ("code", code => code.Code),
        ("title", code => code.Title),
        ("level", code => Code<NaicsLevel>.Of(code.Level)),
        ("parent_code", code => code.ParentCode),
        ("sector_code", code => code.SectorCode));
}
