using System.Data.Common;
using LoApi.Audit;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Audit;

/// <summary>
/// Takes records out of the outbox and appends them to their chain, in one transaction that holds the lock of the
/// chain's head: two that do so at once follow each other, and the second sees that the head is no longer the one that it
/// has linked to. Should the lock ever fail, the second meets a position that is taken.
/// </summary>
public sealed class AuditChain : IDisposable
{
    private const string OldestFirst = "ORDER BY order_no, change_id";

    // A partition that is behind takes more at once: most of what a round costs is the same for few records as for many.
    private const int CatchUp = 4;

    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(500);

    // One whose head somebody has locked does not hold up the others for longer.
    private static readonly TimeSpan PatienceForTurn = TimeSpan.FromSeconds(1);

    private readonly Database _database;
    private readonly AuditKeys _keys;
    private readonly AuditMeasures _measures;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditChain> _logger;
    private readonly int _batch;
    private readonly bool[] _behind = new bool[AuditPartition.Count];

    // Partitions take turns: what each has to read, hash and append comes as a burst, and all of them at once would be a longer
    // one on every processor. Where all writers take turns, changes are to wait for one chain at most, and not for all in a row.
    private readonly SemaphoreSlim _turn = new(1);

    internal AuditChain(
        Database database, AuditKeys keys, AuditMeasures measures, TimeProvider time, IOptions<AuditOptions> options, ILogger<AuditChain> logger)
    {
        _database = database;
        _keys = keys;
        _measures = measures;
        _time = time;
        _logger = logger;
        _batch = options.Value.EffectiveChainBatch(changesWait: database.Dialect.HasOneWriter);
    }

    /// <summary>
    /// Chains a bounded number of the records that wait in a partition, per resource in the order of their versions. Throws
    /// <see cref="DatabaseUnavailableException"/> where the database does not answer; whatever becomes of the transaction
    /// then, the next call finds the records in the outbox or in the chain.
    /// </summary>
    public async Task<ChainedBatch> AppendAsync(int partition)
    {
        var hasTurn = await TakeTurnAsync();
        try
        {
            if (await LinkAsync(partition) is not { } links)
            {
                return ChainedBatch.Nothing;
            }

            return await (_database.Writer?.RunAsync(() => AppendAsync(links)) ?? AppendAsync(links));
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return await DropChainedAsync(partition, exception);
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
        finally
        {
            if (hasTurn)
            {
                _turn.Release();
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Waits for the other partitions; whether there is a turn to give back, or the wait was too long.</summary>
    private async Task<bool> TakeTurnAsync()
    {
        using var patience = new CancellationTokenSource(PatienceForTurn, _time);
        try
        {
            await _turn.WaitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// Links the oldest records that wait to the end of their chain; null where none waits. Nothing is locked meanwhile: what
    /// it takes to hash a hundred records keeps no writer waiting.
    /// </summary>
    private async Task<Links?> LinkAsync(int partition)
    {
        // The head first: whoever chains what is read after it moves the head.
        var previous = await AuditHeads.FindAsync(_database, partition, CancellationToken.None)
            ?? throw AuditHeads.Missing(partition);

        var most = _behind[partition] ? _batch * CatchUp : _batch;

        // Where the batch holds a version of a resource, it holds every earlier one that waits: the order sees to it, and
        // a version is committed only after the one before it.
        var waiting = await _database.QueryAsync<AuditRow>(
            $"""
            SELECT order_no, {AuditColumns.Select}
            FROM AUDIT_OUTBOX
            WHERE partition_no = :partition_no
            {OldestFirst}
            {_database.Dialect.Paging}
            """,
            new Bindings().Int("partition_no", partition).Int("row_limit", most),
            CancellationToken.None);
        if (waiting.Count == 0)
        {
            return null;
        }

        var now = _time.GetUtcMicroseconds();
        var head = previous;
        var rows = new List<Row>((waiting.Count * 2) + 1);
        foreach (var record in waiting)
        {
            var chained = Link(record, head, now);
            head = new(partition, chained.ChainPosition, chained.RecordHash);
            rows.Add(chained.ToInsert());
            rows.Add(record.ToOutboxDelete());
        }

        rows.Add(AuditHeads.ToUpdate(head));
        return new(previous, waiting, head, rows, More: waiting.Count == most);
    }

    private async Task<ChainedBatch> AppendAsync(Links links)
    {
        await using var transaction = await ChangeTransaction.BeginAsync(_database);
        if (await AuditHeads.LockAsync(transaction, links.Head.Partition) != links.Previous)
        {
            return ChainedBatch.Nothing with { More = true }; // Another activation was faster.
        }

        if (!await transaction.WriteAsync(links.Rows))
        {
            throw new InvalidOperationException(
                $"Of what waited in partition {links.Head.Partition} something went out of the outbox, and not into the chain.");
        }

        await transaction.CommitAsync();
        var committed = _time.GetUtcNow();
        foreach (var record in links.Waiting)
        {
            _measures.Chained(record.PartitionNo, committed - record.OccurredAt);
        }

        _behind[links.Head.Partition] = links.More && committed - links.Waiting[0].OccurredAt > Behind;
        return new(links.Waiting.Count, links.Head, links.More);
    }

    private AuditRow Link(AuditRow record, ChainHead previous, DateTimeOffset now)
    {
        var salts = MemberSalts.For(record);
        var link = record with
        {
            ChainPosition = previous.Position + 1,
            ChainedAt = now,
            KeyId = _keys.Current.Id,
            MemberSalts = salts.ToJson(),
            PreviousHash = previous.Hash,
        };
        return link with { RecordHash = RecordHash.Of(link, salts, _keys.Current) };
    }

    /// <summary>
    /// A change set of unknown outcome that was executed again may have left a second row for a record that was chained
    /// in the meantime. The chain has it once; the second row goes.
    /// </summary>
    private async Task<ChainedBatch> DropChainedAsync(int partition, DbException cause)
    {
        await using var transaction = await ChangeTransaction.BeginAsync(_database);
        await AuditHeads.LockAsync(transaction, partition);
        var dropped = await transaction.ExecuteAsync(
            """
            DELETE FROM AUDIT_OUTBOX
            WHERE partition_no = :partition_no
              AND change_id IN (SELECT change_id FROM AUDIT_RECORD)
            """,
            new Bindings().Int("partition_no", partition));
        if (dropped == 0)
        {
            throw new InvalidOperationException($"The head of partition {partition} is not the end of its chain; run loapi-admin audit verify.", cause);
        }

        await transaction.CommitAsync();
        Log.DroppedChained(_logger, dropped, partition);
        return ChainedBatch.Nothing with { More = true };
    }

    /// <summary>Records that wait, linked to the end of a chain, and the rows that say so.</summary>
    private sealed record Links(ChainHead Previous, IReadOnlyList<AuditRow> Waiting, ChainHead Head, IReadOnlyList<Row> Rows, bool More);
}
