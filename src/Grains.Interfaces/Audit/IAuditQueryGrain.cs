using LoApi.Lists;

namespace LoApi.Audit;

/// <summary>Reads of the audit log. A stateless worker: any activation answers any query.</summary>
[Alias("IAuditQueryGrain")]
public interface IAuditQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of records, of all tenants.</summary>
    [Alias("List")]
    Task<Page<AuditRecord>> ListAsync(ListRequest list);

    /// <summary>The same, but of no record <see cref="AuditRecord.Before"/> and <see cref="AuditRecord.After"/>: they are not read.</summary>
    [Alias("ListWithoutStates")]
    Task<Page<AuditRecord>> ListWithoutStatesAsync(ListRequest list);

    /// <summary>The record, or null where there is none with this id; one that is not chained yet is none.</summary>
    [Alias("Find")]
    Task<AuditRecord?> FindAsync(Guid id);
}
