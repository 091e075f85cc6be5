using LoApi.Franchises;

namespace LoApi.ApiFrontend.Franchises;

/// <summary>The franchise that the documentation shows; its brand is invented.</summary>
internal static class FranchiseExample
{
    public static Franchise Value { get; } = new()
    {
        Code = "S9003",
        Brand = "Example Bakery",
        CodeStartDate = new(2019, 3, 1),
        CertificationReceived = false,
        AddendumNeeded = true,
        Form2462 = true,
        NegotiatedAddendum = false,
        Notes = null,
    };
}
