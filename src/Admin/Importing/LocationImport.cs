using System.Collections.Frozen;
using LoApi.Locations;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>Locations, one row each.</summary>
internal sealed class LocationImport : TableImport<Location>
{
    public override IReadOnlyList<string> Columns { get; } =
    [
        "id", "partner_name", "name", "type", "line1", "line2", "city", "state", "postal_code", "country", "phone", "active",
    ];

    public override (string Column, string Value) Key(Location model) => ("id", model.Id);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.LocationIdsAsync(cancellation);

    public override Task<IReadOnlySet<string>> KnownLocationsAsync(ExistingRows rows, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(FrozenSet<string>.Empty);

    public override IEnumerable<string> LocationsOf(Location model) => [];

    public override ImportSet ToSet(IReadOnlyList<Location> models) => new() { Locations = models };

    public override Location Read(RowReader row)
    {
        // What is missing is found by the model's own rules, so a null may stand here for as long as that takes.
        var location = new Location
        {
            Id = row.Text("id")!,
            PartnerName = row.Text("partner_name")!,
            Name = row.Text("name")!,
            Type = row.OneOf<LocationType>("type"),
            Address = new Address
            {
                Line1 = row.Text("line1"),
                Line2 = row.Text("line2"),
                City = row.Text("city"),
                State = row.Text("state"),
                PostalCode = row.Text("postal_code"),
                Country = row.Text("country")?.ToUpperInvariant(),
            },
            Phone = row.Text("phone"),
            Active = row.Flag("active"),
        };
        ModelRules.Check(location, row);
        ModelRules.Check(location.Address, row);
        return location;
    }
}
