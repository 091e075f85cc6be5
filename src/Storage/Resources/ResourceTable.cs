using System.Collections.Immutable;
using LoApi.Resources;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Resources;

/// <summary>How a resource is written to its row; <see cref="ResourceRow"/> is the way back.</summary>
internal static class ResourceTable
{
    private const string Table = "LO_RESOURCE";

    private static readonly Column Id = new("id", ColumnKind.Uuid);
    private static readonly Column ClientId = new("client_id", ColumnKind.Text, 100);
    private static readonly Column CreatedAt = new("created_at", ColumnKind.Instant);
    private static readonly Column ExpectedVersion = new("version", ColumnKind.Long) { Parameter = "expected_version" };

    // What an update writes: everything but what never changes.
    private static readonly ImmutableArray<Column> Changing =
    [
        new("name", ColumnKind.Text, 100),
        new("document", ColumnKind.Clob),
        new("updated_at", ColumnKind.Instant),
        new("version", ColumnKind.Long),
    ];

    public static RowShape Insert { get; } = RowShape.Insert(Table, [Id, ClientId, CreatedAt, .. Changing]);

    public static RowShape Update { get; } = RowShape.Update(Table, Changing, [Id, ExpectedVersion]);

    public static RowShape Delete { get; } = RowShape.Delete(Table, Id, ExpectedVersion);

    public static Row ToInsert(OwnedResource owned) =>
        Insert.Row([owned.Resource.Id, owned.ClientId, owned.Resource.CreatedAt, .. Values(owned.Resource)]);

    public static Row ToUpdate(Resource resource, long expectedVersion) =>
        resource.Version == expectedVersion + 1
            ? Update.Row([.. Values(resource), resource.Id, expectedVersion])
            : throw new ArgumentException("The new version is not the one after the expected.", nameof(resource));

    public static Row ToDelete(Guid id, long expectedVersion) => Delete.Row(id, expectedVersion);

    private static object?[] Values(Resource resource) =>
        [resource.Name, resource.Document?.Text, resource.UpdatedAt, resource.Version];
}
