using System.Collections.Immutable;
using System.Globalization;
using LoApi.Users;

namespace LoApi.Storage.Demonstration;

/// <summary>Makes the user of a number.</summary>
internal static class InventedUser
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Amos", "Anika", "Basil", "Bruno", "Carmen", "Cleo", "Dario", "Delia", "Edwin",
        "Elif", "Farid", "Flora", "Gita", "Gus", "Hana", "Hugo", "Ines", "Ivo", "Jonas",
        "June", "Kofi", "Lena", "Linus", "Mabel", "Marco", "Mei", "Nadia", "Nils", "Olive",
        "Omar", "Petra", "Priya", "Quinn", "Rosa", "Samir", "Tess", "Uma", "Viktor", "Wanda",
    ];

    private static readonly string[] LastNames =
    [
        "Amberfield", "Applewhisk", "Barleycorn", "Beechnut", "Birdwhistle", "Bramblewick", "Butterworthy", "Candlewax",
        "Cloverleaf", "Copperpot", "Cottonsock", "Crumbleton", "Dapplewood", "Dewberry", "Duskwater", "Elderflower",
        "Fernsby", "Fiddlewood", "Figgleston", "Goldenrod", "Gooseberry", "Hazelwick", "Honeydew", "Hopscotch",
        "Inkberry", "Ivywall", "Jellicoe", "Kettlewell", "Lanternjaw", "Larkspur", "Lilypad", "Marmaduke",
        "Merrythought", "Mistletoe", "Nettlecombe", "Nutmeg", "Oakapple", "Pennywhistle", "Periwinkle", "Pickleworth",
        "Quillfeather", "Ramblewood", "Rosehip", "Sandalwood", "Shortbread", "Snapdragon", "Tanglefoot", "Thimbleby",
        "Umberleigh", "Willowisp",
    ];

    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    private static readonly ImmutableArray<string>[] Roles =
    [
        ["servicer"], ["viewer"], ["approver"], ["servicer", "viewer"], ["approver", "servicer"],
    ];

    /// <summary>The user of <paramref name="number"/>, counted from 1.</summary>
    public static User Number(int number)
    {
        // For one first name the numbers are forty apart, and 41 has no common divisor with the fifty last names: no
        // pair of names comes up twice.
        var first = FirstNames[number % FirstNames.Length];
        var last = LastNames[(number + (number / FirstNames.Length)) % LastNames.Length];
        var userName = $"{first}.{last}".ToLowerInvariant();
        var areaCode = InventedLocation.InventedCity(LocationNumber(number) - 1).AreaCode;

        return new User
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            UserName = userName,
            FirstName = first,
            LastName = last,
            Email = $"{userName}@{Domains[number % Domains.Length]}",
            Phone = number % 11 == 5 ? null : FictionalPhone.Number(areaCode, number),
            Active = HasLocationOfItsNumber(number) || number % 97 != 0,
            Locations = Memberships(number),
        };
    }

    private static ImmutableArray<UserLocation> Memberships(int number)
    {
        var count = number % 7 == 0 ? 3 : 1 + (number % 3 == 1 ? 1 : 0);

        // 61 and 122 locations further on: three different ones among two hundred.
        var memberships =
            from nth in Enumerable.Range(0, count)
            select new UserLocation
            {
                LocationId = LocationNumber(number + (61 * nth)).ToString(CultureInfo.InvariantCulture),
                Roles = nth == 0 && HasLocationOfItsNumber(number)
                    ? ["servicer"]
                    : Roles[(number + nth) % Roles.Length],
            };
        return [.. memberships.OrderBy(membership => membership.LocationId, StringComparer.Ordinal)];
    }

    private static bool HasLocationOfItsNumber(int number) => number <= DemonstrationData.LocationCount;

    private static int LocationNumber(int number) => ((number - 1) % DemonstrationData.LocationCount) + 1;
}
