using System.Collections.Immutable;
using LoApi.Countries;
using LoApi.Franchises;
using LoApi.Locations;
using LoApi.NaicsCodes;
using LoApi.Users;

namespace LoApi.Storage.Demonstration;

/// <summary>
/// What a first run finds in its database: every country of ISO 3166-1, the sectors and subsectors of NAICS, and
/// franchises, locations and users that nobody could take for real ones. Made by arithmetic, without chance, so that every machine has the same.
/// </summary>
public static class DemonstrationData
{
    /// <summary>How many locations there are; their ids are <c>1</c> to this.</summary>
    public const int LocationCount = 200;

    /// <summary>How many users there are; their ids are <c>1</c> to this.</summary>
    public const int UserCount = 1_000;

    /// <summary>All 249 countries, ordered by alpha-2 code.</summary>
    public static ImmutableArray<Country> Countries() => CountryFile.Read();

    /// <summary>The 20 sectors and 96 subsectors of NAICS 2022, ordered by code.</summary>
    public static ImmutableArray<NaicsCode> NaicsCodes() => NaicsFile.Read();

    /// <summary>A dozen invented franchises, ordered by code.</summary>
    public static ImmutableArray<Franchise> Franchises() => InventedFranchise.All;

    /// <summary>
    /// The locations: forty partners with a headquarters and four branches each. Location <c>1</c> is active; three of
    /// the last ones are not.
    /// </summary>
    public static ImmutableArray<Location> Locations() =>
        [.. Enumerable.Range(1, LocationCount).Select(InventedLocation.Number)];

    /// <summary>
    /// The users, each in one to three locations. User <c>n</c> up to <see cref="LocationCount"/> is active and a
    /// servicer of location <c>n</c>; a few of the others are inactive.
    /// </summary>
    public static ImmutableArray<User> Users() =>
        [.. Enumerable.Range(1, UserCount).Select(InventedUser.Number)];
}
