using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Audit;

/// <summary>The rows of AUDIT_HEAD.</summary>
internal static class AuditHeads
{
    private const string Select =
        """
        SELECT partition_no, chain_position, last_hash
        FROM AUDIT_HEAD
        WHERE partition_no = :partition_no
        """;

    private static RowShape Update { get; } = RowShape.Update(
        "AUDIT_HEAD",
        [new("chain_position", ColumnKind.Long), new("last_hash", ColumnKind.Text, 64)],
        [AuditColumns.Partition]);

    public static Row ToUpdate(ChainHead head) => Update.Row(head.Position, head.Hash, head.Partition);

    /// <summary>What is thrown where somebody removed the head of a partition, by those who cannot go on without.</summary>
    public static InvalidDataException Missing(int partition) => new($"AUDIT_HEAD has no row for partition {partition}.");

    /// <summary>The head of a partition; null where somebody removed it.</summary>
    public static async Task<ChainHead?> FindAsync(Database database, int partition, CancellationToken cancellation) =>
        Head(await database.QueryAsync<HeadRow>(Select, new Bindings().Int("partition_no", partition), cancellation));

    /// <summary>Takes the lock of a partition's head until the transaction ends; answers the head.</summary>
    public static async Task<ChainHead> LockAsync(ChangeTransaction transaction, int partition)
    {
        // An update that changes nothing takes the row's lock in every database.
        await transaction.ExecuteAsync(
            """
            UPDATE AUDIT_HEAD
            SET chain_position = chain_position
            WHERE partition_no = :partition_no
            """,
            new Bindings().Int("partition_no", partition));
        return Head(await transaction.QueryAsync<HeadRow>(Select, new Bindings().Int("partition_no", partition)))
            ?? throw Missing(partition);
    }

    private static ChainHead? Head(IReadOnlyList<HeadRow> rows) =>
        rows is [var row] ? new(row.PartitionNo, row.ChainPosition, row.LastHash) : null;

    private sealed class HeadRow
    {
        public required int PartitionNo { get; init; }

        public required long ChainPosition { get; init; }

        public required string LastHash { get; init; }
    }
}
