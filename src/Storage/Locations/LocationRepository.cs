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
    private static readonly ListStatement<LocationRow, Location> List = new(
        LocationRow.Columns,
        """
        FROM LO_LOCATION
        WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
        """,
        LocationList.Columns,
        row => row.ToLocation());

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
    public Task<Page<Location>> ListAsync(LocationQuery query, CancellationToken cancellation = default) =>
        List.ReadAsync(_database, query.List, () => new Bindings().Text("user_id", query.UserId), cancellation);
}
