using LoApi.Resources;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Resources;

/// <summary>What lists of resources are filtered and sorted by: columns that an index begins with, behind the client.</summary>
internal static class ResourceList
{
    public static ListColumns<Resource> Columns { get; } = new(
        new("id", "id", ColumnKind.Uuid, resource => resource.Id!.Value.ToString("D")),
        new("name", "name", ColumnKind.Text, resource => resource.Name!),
        new("created_at", "created_at", ColumnKind.Instant, resource => InstantText.Of(resource.CreatedAt!.Value)));
}
