using LoApi.Json;
using LoApi.Locations;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Locations;

/// <summary>What lists of locations are filtered and sorted by. A user's locations are few: they are found by the user.</summary>
internal static class LocationList
{
    public static ListColumns<Location> Columns { get; } = new(
        new("id", "location_id", ColumnKind.Text, location => location.Id),
        new("partner_name", "partner_name", ColumnKind.Text, location => location.PartnerName),
        new("name", "location_name", ColumnKind.Text, location => location.Name),
        new("type", "location_type", ColumnKind.Text, location => Code<LocationType>.Of(location.Type)),
        new("active", "active", ColumnKind.Bool, location => location.Active ? "true" : "false"));
}
