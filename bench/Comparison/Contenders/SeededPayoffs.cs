using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Contenders;

/// <summary>Payoffs that are in the database before the measure begins: location after location in turn, ids without order.</summary>
/// <param name="Count">How many.</param>
/// <param name="Crowded">Share of them that are all at location 1, for long lists.</param>
internal sealed record SeededPayoffs(int Count, double Crowded = 0)
{
    /// <summary>Of the demonstration data: user n is in location n.</summary>
    public const int Locations = 200;

    /// <summary>The id of a payoff, counted from 0.</summary>
    public static string IdOf(int number)
    {
        var bytes = SHA256.HashData(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    /// <summary>The location of a payoff, which is also the number of a user who may read it.</summary>
    public int LocationOf(int number) => number < Count * Crowded ? 1 : 1 + (number % Locations);

    public Task InsertAsync(IDatabases databases, string database, DateTime now, CancellationToken cancellation) =>
        databases.InsertAsync(database, "PAYOFF", PayoffSql.Columns, Enumerable.Range(0, Count).Select(number => Row(number, now)), cancellation);

    private object?[] Row(int number, DateTime now)
    {
        var loan = LoanNumbers.Of(90_000_000 + number);
        var location = LocationOf(number).ToString(CultureInfo.InvariantCulture);
        // No two at the same time, and the latest a minute ago.
        var created = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddMinutes(-1).AddMilliseconds(-(number * 7.0));
        return
        [
            IdOf(number), loan, loan, "7a", location, location, "full", new DateOnly(now.Year + 2, 1, 15), "refinance",
            "Pat Doe", "202-555-0142", "pat@example.com", "received", created, created, 1L,
        ];
    }
}
