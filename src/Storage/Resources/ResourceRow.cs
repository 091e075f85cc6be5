using LoApi.Resources;

namespace LoApi.Storage.Resources;

/// <summary>A row of LO_RESOURCE as it is read; <see cref="ResourceTable"/> is the way there.</summary>
internal sealed class ResourceRow
{
    /// <summary>What a query selects.</summary>
    public const string Columns = "id, client_id, name, document, created_at, updated_at, version";

    public required Guid Id { get; init; }

    public required string ClientId { get; init; }

    public required string Name { get; init; }

    public required string Document { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long Version { get; init; }

    public OwnedResource ToOwnedResource() => new(ClientId, ToResource());

    public Resource ToResource() => new()
    {
        Id = Id,
        Name = Name,
        Document = new(Document),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Version = Version,
    };
}
