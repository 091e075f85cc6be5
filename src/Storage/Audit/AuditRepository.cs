using LoApi.Audit;
using LoApi.Errors;
using LoApi.Lists;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>Reads the audit log. Every method throws <see cref="DatabaseUnavailableException"/> where the database does not answer.</summary>
public sealed class AuditRepository
{
    private static readonly ListStatement<AuditRow, AuditRecord> List = new(
        AuditRow.Columns,
        """
        FROM AUDIT_RECORD
        WHERE chain_position > 0
        """,
        AuditList.Columns,
        row => row.ToRecord());

    private static readonly ListStatement<AuditRow, AuditRecord> ListWithoutStates = List with { Select = AuditRow.ColumnsWithoutStates };

    private readonly Database _database;

    internal AuditRepository(Database database) => _database = database;

    /// <summary>The record, or null where there is none with this id, or it is not chained yet.</summary>
    public async Task<AuditRecord?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<AuditRow>(
            $"""
            SELECT {AuditRow.Columns}
            FROM AUDIT_RECORD
            WHERE change_id = :change_id
            """,
            new Bindings().Uuid("change_id", id),
            cancellation);
        return row?.ToRecord();
    }

    /// <summary>A page of records of all tenants. Throws <see cref="InvalidKeysetException"/> for a keyset that is none of this sort.</summary>
    public Task<Page<AuditRecord>> ListAsync(ListRequest list, CancellationToken cancellation = default) =>
        List.ReadAsync(_database, list, () => new Bindings(), cancellation);

    /// <summary>The same, but of no record <see cref="AuditRecord.Before"/> and <see cref="AuditRecord.After"/>: they are not read.</summary>
    public Task<Page<AuditRecord>> ListWithoutStatesAsync(ListRequest list, CancellationToken cancellation = default) =>
        ListWithoutStates.ReadAsync(_database, list, () => new Bindings(), cancellation);

    /// <summary>What waits to be chained, in all partitions; of more than <see cref="AuditBacklog.Cap"/> that there are so many.</summary>
    public Task<AuditBacklog> BacklogAsync(CancellationToken cancellation = default) => BacklogAsync(AuditBacklog.Cap, cancellation);

    internal async Task<AuditBacklog> BacklogAsync(int cap, CancellationToken cancellation = default)
    {
        // In the order of the index, by which the chains read it: PostgreSQL knows there what has left the table, while the
        // table itself is full of it until the next VACUUM. Beyond the cap, the oldest is that of the first partitions.
        var row = await _database.QueryOneAsync<BacklogRow>(
            $"""
            SELECT COUNT(*) AS waiting, MIN(occurred_at) AS oldest
            FROM (
              SELECT occurred_at
              FROM AUDIT_OUTBOX
              ORDER BY partition_no, order_no, change_id
              {_database.Dialect.Paging}
            ) o
            """,
            new Bindings().RowLimit(cap),
            cancellation);
        return new(row!.Waiting, row.Oldest);
    }

    private sealed class BacklogRow
    {
        public required long Waiting { get; init; }

        public DateTimeOffset? Oldest { get; init; }
    }
}
