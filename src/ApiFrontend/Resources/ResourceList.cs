using LoApi.ApiFrontend.Lists;

namespace LoApi.ApiFrontend.Resources;

/// <summary>What the list of resources can be asked.</summary>
internal static class ResourceList
{
    public static ListDefinition Definition { get; } = new(
        "resource",
        [new("created_at", Descending: true), new("id", Descending: false)],
        [
            new("id", MemberType.Text, Filterable: false, Sortable: true),
            new("name", MemberType.Text, Sortable: true),
            new("created_at", MemberType.Instant, Sortable: true),
        ]);
}
