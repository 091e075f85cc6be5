using System.Collections.Immutable;
using LoApi.Lists;

namespace LoApi.Storage.Lists;

/// <summary>Bounds pages, and cuts what a query returned into a page.</summary>
internal static class Keysets
{
    /// <summary>How many rows are asked for. Throws <see cref="ArgumentOutOfRangeException"/> outside 1 to <see cref="PageWindow.MaxLimit"/>.</summary>
    public static int CheckedLimit(PageWindow window)
    {
        var limit = window.Limit;
        return limit is >= 1 and <= PageWindow.MaxLimit
            ? limit
            : throw new ArgumentOutOfRangeException(nameof(window), limit, "A page has 1 to 500 rows.");
    }

    /// <summary>The page of at most <paramref name="limit"/> of rows of which one more was asked for.</summary>
    public static Page<T> Page<T>(IReadOnlyCollection<T> rows, int limit, Func<T, Keyset> place, ListTotal? total)
    {
        ImmutableArray<T> items = [.. rows.Take(limit)];
        return new Page<T>(items, rows.Count > limit ? place(items[^1]) : null, total);
    }
}
