using System.Globalization;
using LoApi.ApiFrontend.Lists;
using LoApi.Franchises;

namespace LoApi.ApiFrontend.Franchises;

/// <summary>What the list of franchises can be asked.</summary>
internal static class FranchiseList
{
    public static ListDefinition Definition { get; } = new(
        "franchises",
        [new("code", Descending: false)],
        [
            new("code", MemberType.Text, Sortable: true),
            new("brand", MemberType.Text, Sortable: true),
            new("code_start_date", MemberType.Date),
            new("certification_received", MemberType.Flag),
            new("addendum_needed", MemberType.Flag),
            new("form_2462", MemberType.Flag),
            new("negotiated_addendum", MemberType.Flag),
        ]);

    public static SnapshotList<Franchise> Rows { get; } = new(
        ("code", franchise => franchise.Code),
        ("brand", franchise => franchise.Brand),
        ("code_start_date", franchise => franchise.CodeStartDate?.ToString("O", CultureInfo.InvariantCulture)),
        ("certification_received", franchise => Flag(franchise.CertificationReceived)),
        ("addendum_needed", franchise => Flag(franchise.AddendumNeeded)),
        ("form_2462", franchise => Flag(franchise.Form2462)),
        ("negotiated_addendum", franchise => Flag(franchise.NegotiatedAddendum)));

    private static string Flag(bool value) => value ? "true" : "false";
}
