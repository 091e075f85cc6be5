using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>Pages of rows that are in memory, by the same keyset rule as those of the database.</summary>
internal static class SnapshotPage
{
    /// <param name="rows">Rows in ascending binary order of their keys.</param>
    /// <param name="window">Which page.</param>
    /// <param name="key">The member that the rows are ordered by.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> rows, PageWindow window, Func<T, string> key)
    {
        var after = window.After?.Values[0];
        var rest = after is null ? rows : rows.SkipWhile(row => string.CompareOrdinal(key(row), after) <= 0);
        T[] taken = [.. rest.Take(window.Limit + 1)];
        return taken.Length > window.Limit
            ? new([.. taken[..window.Limit]], new([key(taken[window.Limit - 1])]))
            : new([.. taken], Last: null);
    }
}
