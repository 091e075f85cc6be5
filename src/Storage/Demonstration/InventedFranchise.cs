using System.Collections.Immutable;
using LoApi.Franchises;

namespace LoApi.Storage.Demonstration;

/// <summary>Brands that nobody trades under, with codes beyond those that the directory has come to.</summary>
internal static class InventedFranchise
{
    public static ImmutableArray<Franchise> All { get; } =
    [
        Certified("S9001", "Waffle Abacus"),
        Certified("S9002", "The Contented Gherkin"),
        WithForm2462("S9003", "Umbrella Doctor Repairs"),
        WithForm2462("S9004", "Moth & Lantern Dry Cleaning"),
        Negotiated("S9005", "Sir Loin's Sandwich Court"),
        Certified("S9006", "Goose on the Loose Gyms"),
        WithForm2462("S9007", "Tickled Trout Car Wash"),
        Negotiated("S9008", "Borrowed Sugar Bakery"),
        WithForm2462("S9009", "Nine Sleepy Owls Day Care"),
        Certified("S9010", "Left Sock Laundry"),
        WithForm2462("S9011", "Polite Porcupine Pet Grooming"),
        Negotiated("S9012", "Turnip Palace Hotels") with { Notes = "Invented, like all of these: no such brand is franchised." },
    ];

    private static Franchise Certified(string code, string brand) => Make(code, brand) with { CertificationReceived = true };

    private static Franchise WithForm2462(string code, string brand) => Make(code, brand) with { AddendumNeeded = true, Form2462 = true };

    private static Franchise Negotiated(string code, string brand) => Make(code, brand) with { AddendumNeeded = true, NegotiatedAddendum = true };

    private static Franchise Make(string code, string brand) => new()
    {
        Code = code,
        Brand = brand,
        CodeStartDate = new DateOnly(2024, 1, 1).AddMonths(code[^1] - '0'),
        CertificationReceived = false,
        AddendumNeeded = false,
        Form2462 = false,
        NegotiatedAddendum = false,
    };
}
