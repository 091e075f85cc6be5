using System.Globalization;
using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Contenders;

/// <summary>Users beside the demonstration's thousand, spread over locations as <see cref="SeededPayoffs"/> are.</summary>
/// <param name="Count">How many.</param>
/// <param name="Crowded">Share of them that are all at location 1.</param>
internal sealed record SeededUsers(int Count, double Crowded)
{
    private const int OfTheDemonstration = 1_000;

    /// <summary>How many of them are certainly at location 1: the first ones.</summary>
    public int AtFirstLocation => (int)(Count * Crowded);

    /// <summary>The id of a user, counted from 0.</summary>
    public static string IdOf(int number) => (OfTheDemonstration + 1 + number).ToString(CultureInfo.InvariantCulture);

    public async Task InsertAsync(IDatabases databases, string database, CancellationToken cancellation)
    {
        var numbers = Enumerable.Range(0, Count);
        await databases.InsertAsync(
            database,
            "LO_USER",
            ["user_id", "user_name", "first_name", "last_name", "email", "active"],
            numbers.Select(number => (object?[])[IdOf(number), $"user.{IdOf(number)}", "Ada", "Amberfield", $"user.{IdOf(number)}@example.com", (short)1]),
            cancellation);
        await databases.InsertAsync(
            database, "LO_USER_LOCATION", ["user_id", "location_id"], numbers.Select(number => (object?[])[IdOf(number), LocationOf(number)]), cancellation);
        await databases.InsertAsync(
            database,
            "LO_USER_ROLE",
            ["user_id", "location_id", "role_name"],
            numbers.Select(number => (object?[])[IdOf(number), LocationOf(number), "servicer"]),
            cancellation);
    }

    private string LocationOf(int number) =>
        (number < AtFirstLocation ? 1 : 1 + (number % SeededPayoffs.Locations)).ToString(CultureInfo.InvariantCulture);
}
