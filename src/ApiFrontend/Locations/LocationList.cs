using LoApi.ApiFrontend.Lists;
using LoApi.Locations;

namespace LoApi.ApiFrontend.Locations;

/// <summary>What the list of a user's locations can be asked.</summary>
internal static class LocationList
{
    public static ListDefinition Definition { get; } = new(
        "locations",
        [new("id", Descending: false)],
        [
            new("id", MemberType.Id(LocationId.Pattern, "One to seven digits."), Sortable: true),
            new("partner_name", MemberType.Text, Sortable: true),
            new("name", MemberType.Text, Sortable: true),
            new("type", MemberType.Codes<LocationType>()),
            new("active", MemberType.Flag),
        ]);
}
