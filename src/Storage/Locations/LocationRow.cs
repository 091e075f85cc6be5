using LoApi.Json;
using LoApi.Locations;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Locations;

/// <summary>A row of LO_LOCATION, both ways.</summary>
internal sealed class LocationRow
{
    /// <summary>What a query selects.</summary>
    public const string Columns =
        """
        location_id, partner_name, location_name, location_type,
          line1, line2, city, state_code, postal_code, country_code, phone, active
        """;

    public static RowShape Upsert { get; } = RowShape.Upsert(
        "LO_LOCATION",
        [
            new("location_id", ColumnKind.Text, 7),
            new("partner_name", ColumnKind.Text, 100),
            new("location_name", ColumnKind.Text, 100),
            new("location_type", ColumnKind.Text, 20),
            new("line1", ColumnKind.Text, 100),
            new("line2", ColumnKind.Text, 100, Nullable: true),
            new("city", ColumnKind.Text, 60),
            new("state_code", ColumnKind.Text, 40),
            new("postal_code", ColumnKind.Text, 12),
            new("country_code", ColumnKind.Text, 2),
            new("phone", ColumnKind.Text, 30, Nullable: true),
            new("active", ColumnKind.Bool),
        ],
        keyCount: 1);

    public required string LocationId { get; init; }

    public required string PartnerName { get; init; }

    public required string LocationName { get; init; }

    public required string LocationType { get; init; }

    public required string Line1 { get; init; }

    public string? Line2 { get; init; }

    public required string City { get; init; }

    public required string StateCode { get; init; }

    public required string PostalCode { get; init; }

    public required string CountryCode { get; init; }

    public string? Phone { get; init; }

    public required int Active { get; init; }

    public static Row ToUpsert(Location location) => Upsert.Row(
        location.Id,
        location.PartnerName,
        location.Name,
        Code<LocationType>.Of(location.Type),
        location.Address.Line1,
        location.Address.Line2,
        location.Address.City,
        location.Address.State,
        location.Address.PostalCode,
        location.Address.Country,
        location.Phone,
        location.Active);

    public Location ToLocation() => new()
    {
        Id = LocationId,
        PartnerName = PartnerName,
        Name = LocationName,
        Type = StoredCode.Parse<LocationType>(LocationType),
        Address = new Address
        {
            Line1 = Line1,
            Line2 = Line2,
            City = City,
            State = StateCode,
            PostalCode = PostalCode,
            Country = CountryCode,
        },
        Phone = Phone,
        Active = Active != 0,
    };
}
