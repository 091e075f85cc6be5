using System.Collections.Immutable;
using LoApi.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Lists;

/// <summary>Reads keysets, and cuts what a query returned into a page.</summary>
internal static class Keysets
{
    /// <summary>The id after which a list by id goes on. Throws <see cref="InvalidKeysetException"/>.</summary>
    public static string Id(Keyset keyset) =>
        keyset.Values is [{ Length: > 0 } id] ? id : throw new InvalidKeysetException();

    /// <summary>The instant and the id after which a list by instant goes on. Throws <see cref="InvalidKeysetException"/>.</summary>
    public static (DateTimeOffset Instant, Guid Id) InstantAndId(Keyset keyset) =>
        keyset.Values is [var first, var second] && InstantText.TryParse(first, out var instant) && Guid.TryParseExact(second, "D", out var id)
            ? (instant, id)
            : throw new InvalidKeysetException();

    /// <summary>How many rows are asked for. Throws <see cref="ArgumentOutOfRangeException"/> outside 1 to <see cref="PageWindow.MaxLimit"/>.</summary>
    public static int CheckedLimit(PageWindow window)
    {
        var limit = window.Limit;
        return limit is >= 1 and <= PageWindow.MaxLimit
            ? limit
            : throw new ArgumentOutOfRangeException(nameof(window), limit, "A page has 1 to 500 rows.");
    }

    /// <summary>The page of at most <paramref name="limit"/> of rows of which one more was asked for.</summary>
    public static Page<T> Page<T>(IReadOnlyCollection<T> rows, int limit, Func<T, ImmutableArray<string>> keyset)
    {
        ImmutableArray<T> items = [.. rows.Take(limit)];
        return new Page<T>(items, rows.Count > limit ? new Keyset(keyset(items[^1])) : null);
    }
}
