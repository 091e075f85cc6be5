using LoApi.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Lists;

/// <summary>A list over one table: what is read, and the confinement that every caller's list has.</summary>
/// <typeparam name="TRow">A row as it is read.</typeparam>
/// <typeparam name="T">The model that it becomes.</typeparam>
/// <param name="Select">The columns.</param>
/// <param name="From">The table and its <c>WHERE</c>, to which the conditions of a request are added.</param>
/// <param name="Columns">What it is filtered and sorted by.</param>
/// <param name="Read">Makes a model of a row.</param>
internal sealed record ListStatement<TRow, T>(string Select, string From, ListColumns<T> Columns, Func<TRow, T> Read)
    where TRow : class
{
    /// <summary>
    /// A page, with its total where that is asked. Throws <see cref="InvalidKeysetException"/> for a keyset that is none of
    /// this sort.
    /// </summary>
    /// <param name="database">Where.</param>
    /// <param name="list">What is asked.</param>
    /// <param name="confinement">Makes the binds of <see cref="From"/>, anew for each statement.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<T>> ReadAsync(
        Database database, ListRequest list, Func<Bindings> confinement, CancellationToken cancellation)
    {
        var limit = Keysets.CheckedLimit(list.Window);
        ListTotal? total = null;
        if (list.Count)
        {
            var counted = confinement();
            total = await database.CountAsync(Source(list, after: null, counted), counted, cancellation);
        }

        var bindings = confinement();
        var rows = await database.QueryAsync<TRow>(
            $"""
            SELECT {Select}
            {Source(list, list.Window.After, bindings)}
            ORDER BY {Columns.Order(list.Sort)}
            {database.Dialect.Paging}
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page([.. rows.Select(Read)], limit, row => Columns.Place(list.Sort, row), total);
    }

    private string Source(ListRequest list, Keyset? after, Bindings bindings) =>
        From + new ListSql<T>(Columns, bindings).Filter(list.Filters).After(list.Sort, after).Conditions;
}
