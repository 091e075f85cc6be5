using LoApi.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Lists;

/// <summary>Counts the rows of a list, at a cost that is bounded by <see cref="ListTotal.Cap"/>.</summary>
internal static class ListCount
{
    /// <param name="database">Where.</param>
    /// <param name="source">The list's <c>FROM</c> and <c>WHERE</c>, without a place or an order.</param>
    /// <param name="bindings">The values of its binds.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ListTotal> CountAsync(
        this Database database, string source, Bindings bindings, CancellationToken cancellation)
    {
        var counted = await database.QueryAsync<int>(
            $"""
            SELECT COUNT(*)
            FROM (
              SELECT 1 AS counted
              {source}
              {database.Dialect.Paging}
            ) c
            """,
            bindings.RowLimit(ListTotal.Cap),
            cancellation);
        return ListTotal.Of(counted[0]);
    }
}
