using LoApi.Errors;
using LoApi.Lists;
using LoApi.Locations;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Locations;

/// <summary>
/// Reads locations. Every method throws <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class LocationRepository
{
    private readonly Database _database;

    internal LocationRepository(Database database) => _database = database;

    /// <summary>The location, or null where there is none with this id.</summary>
    public async Task<Location?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<LocationRow>(
            $"""
            SELECT {LocationRow.Columns}
            FROM LO_LOCATION
            WHERE location_id = :location_id
            """,
            new Bindings().Text("location_id", id),
            cancellation);
        return row?.ToLocation();
    }

    /// <summary>
    /// A page of the user's locations, in binary order (id <c>10</c> before <c>2</c>). Throws
    /// <see cref="InvalidKeysetException"/> for a keyset that is none of this sort.
    /// </summary>
    public async Task<Page<Location>> ListAsync(LocationQuery query, CancellationToken cancellation = default)
    {
        var list = query.List;
        var limit = Keysets.CheckedLimit(list.Window);
        var total = list.Count
            ? await _database.CountAsync(Source(query, after: null, out var countBindings), countBindings, cancellation)
            : null;
        var rows = await _database.QueryAsync<LocationRow>(
            $"""
            SELECT {LocationRow.Columns}
            {Source(query, list.Window.After, out var bindings)}
            ORDER BY {LocationList.Columns.Order(list.Sort)}
            {_database.Dialect.Paging}
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page(
            [.. rows.Select(row => row.ToLocation())], limit, location => LocationList.Columns.Place(list.Sort, location), total);
    }

    private static string Source(LocationQuery query, Keyset? after, out Bindings bindings)
    {
        bindings = new Bindings().Text("user_id", query.UserId);
        var conditions = new ListSql<Location>(LocationList.Columns, bindings).Filter(query.List.Filters).After(query.List.Sort, after).Conditions;
        return $"""
            FROM LO_LOCATION
            WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id){conditions}
            """;
    }
}
