using LoApi.Errors;
using LoApi.Lists;
using LoApi.Resources;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Resources;

/// <summary>
/// Reads resources; they are written through <see cref="Writing.IChangeWriter"/>. Every method throws
/// <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class ResourceRepository
{
    private static readonly ListStatement<ResourceRow, Resource> List = new(
        ResourceRow.Columns,
        """
        FROM LO_RESOURCE
        WHERE client_id = :client_id
        """,
        ResourceList.Columns,
        row => row.ToResource());

    private readonly Database _database;

    internal ResourceRepository(Database database) => _database = database;

    /// <summary>The resource and whose it is, or null where there is none with this id.</summary>
    public async Task<OwnedResource?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<ResourceRow>(
            $"""
            SELECT {ResourceRow.Columns}
            FROM LO_RESOURCE
            WHERE id = :id
            """,
            new Bindings().Uuid("id", id),
            cancellation);
        return row?.ToOwnedResource();
    }

    /// <summary>
    /// A page of the client's resources. Throws <see cref="InvalidKeysetException"/> for a keyset that is none of this
    /// sort.
    /// </summary>
    public Task<Page<Resource>> ListAsync(ResourceQuery query, CancellationToken cancellation = default) =>
        List.ReadAsync(_database, query.List, () => new Bindings().Text("client_id", query.ClientId), cancellation);
}
