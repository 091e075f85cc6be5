using LoApi.Locations;

namespace LoApi.ApiFrontend.Locations;

/// <summary>The location that the documentation shows; it is invented.</summary>
internal static class LocationExample
{
    public static Location Value { get; } = new()
    {
        Id = "1",
        PartnerName = "Example Certified Development Company",
        Name = "Headquarters",
        Type = LocationType.Headquarters,
        Address = new() { Line1 = "1 Main Street", City = "Springfield", State = "IL", PostalCode = "62701", Country = "US" },
        Phone = "+1 202 555 0100",
        Active = true,
    };
}
