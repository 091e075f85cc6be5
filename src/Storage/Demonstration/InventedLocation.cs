using System.Globalization;
using LoApi.Locations;

namespace LoApi.Storage.Demonstration;

/// <summary>Makes the location of a number.</summary>
internal static class InventedLocation
{
    private const int OfficesOfAPartner = 5;

    private static readonly string[] Partners =
    [
        "Gilded Otter Bank", "Paper Lantern Credit Union", "Copper Kettle Savings", "Blue Acorn Capital",
        "Velvet Badger Bank", "Tin Whistle Lending", "Harvest Moonbeam Bank", "Plum Orchard Development Company",
        "Crooked Chimney Bank", "Marmalade Trust", "Seven Sparrows Savings", "Foxglove Finance",
        "Wandering Turtle Bank", "Inkwell Community Bank", "Pepper Mill Credit Union", "Silver Thimble Capital",
        "Thistledown Bank", "Cuckoo Clock Savings", "Rhubarb Valley Lending", "Painted Pony Development Company",
        "Snowdrop Bank", "Weathercock Trust", "Barefoot Beaver Bank", "Cinnamon Grove Credit Union",
        "Jolly Heron Savings", "Lucky Button Bank", "Midnight Muffin Capital", "Mossy Boulder Bank",
        "Nimble Hedgehog Lending", "Old Teapot Trust", "Pebble and Reed Bank", "Quiet Llama Credit Union",
        "Rusty Anchor Savings", "Sleepy Walrus Bank", "Spotted Mushroom Finance", "Starling Development Company",
        "Tumbleweed Toffee Bank", "Umbrella Tree Trust", "Whistling Kettle Bank", "Yellow Mitten Savings",
    ];

    private static readonly string[] Streets =
    [
        "Abacus Drive", "Amortization Avenue", "Collateral Court", "Debenture Street", "Escrow Lane", "Ledger Road",
        "Maturity Boulevard", "Principal Place", "Quill Street", "Tally Way", "Yield Terrace",
    ];

    /// <summary>The location of <paramref name="number"/>, counted from 1.</summary>
    public static Location Number(int number)
    {
        var index = number - 1;
        var city = InventedCity(index);
        var isHeadquarters = index % OfficesOfAPartner == 0;

        return new Location
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            PartnerName = Partners[index / OfficesOfAPartner],
            Name = isHeadquarters ? $"{city.Name} Headquarters" : $"{city.Name} Branch",
            Type = isHeadquarters ? LocationType.Headquarters : LocationType.Branch,
            Address = new Address
            {
                Line1 = $"{100 + (index * 17 % 900)} {Streets[index % Streets.Length]}",
                Line2 = index % 4 == 2 ? $"Suite {100 * (1 + (index % 9))}" : null,
                City = city.Name,
                State = city.State,
                PostalCode = $"{city.ZipPrefix}{1 + (index / City.All.Length):00}",
                Country = "US",
            },
            Phone = FictionalPhone.Number(city.AreaCode, index),
            Active = number is not (180 or 190 or 200),
        };
    }

    /// <summary>
    /// The city of the location with this number less one. Seven and the number of cities have no common divisor, so
    /// every city comes up equally often and a partner's offices lie in different states.
    /// </summary>
    internal static City InventedCity(int index) => City.All[index * 7 % City.All.Length];
}
