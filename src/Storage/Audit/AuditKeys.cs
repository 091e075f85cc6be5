using Microsoft.Extensions.Options;

namespace LoApi.Storage.Audit;

/// <summary>The key that chains, and those that did before it.</summary>
internal sealed class AuditKeys(IOptions<AuditOptions> options)
{
    /// <summary>The present one.</summary>
    public AuditKey Current { get; } = new(AuditKey.Parse(options.Value.Key));

    private IReadOnlyList<AuditKey> Retired { get; } = [.. options.Value.RetiredKeys.Select(key => new AuditKey(AuditKey.Parse(key)))];

    /// <summary>The key of an id; null for one that is not known.</summary>
    public AuditKey? Find(string id) =>
        id == Current.Id ? Current : Retired.FirstOrDefault(key => key.Id == id);
}
