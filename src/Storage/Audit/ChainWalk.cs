using System.Text.Json;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>Walks one chain from a place to another and stops at the first record that is not what was chained there.</summary>
internal sealed class ChainWalk(Database database, AuditKeys keys, HeadLines heads, int partition)
{
    private const int Page = 500;

    // How far from its place a record is looked for before it counts as made up rather than moved.
    private const long Reach = 20_000;

    private readonly Erasures _erasures = new();
    private long _end;

    /// <summary>Records that were looked at.</summary>
    public long Records { get; private set; }

    /// <summary>What is wrong first; null where nothing is.</summary>
    public async Task<AuditFinding?> WalkAsync(AuditRange range, Action<long> progress, CancellationToken cancellation)
    {
        // In this order: records and head move together, so that none can lie beyond a head that is read later.
        var farthest = await EdgeAsync("MAX", ">=", from: null, cancellation) ?? 0;
        var head = await AuditHeads.FindAsync(database, partition, cancellation);
        if (head is null)
        {
            return Finding(AuditFault.Head, 0, null, "AUDIT_HEAD has lost the row of this partition.");
        }

        _end = Math.Max(Math.Max(head.Position, farthest), heads.Farthest);
        var first = range.From is { } from ? await EdgeAsync("MIN", ">=", from, cancellation) ?? farthest + 1 : 1;
        var last = range.To is { } to ? await EdgeAsync("MAX", "<=", to, cancellation) ?? 0 : head.Position;
        if (await WalkAsync(first, last, progress, cancellation) is { } finding)
        {
            return finding;
        }

        if (range.To is not null)
        {
            return null; // What follows is not asked for, and with it whether erasures were recorded.
        }

        return await JudgeEndAsync(head, farthest, cancellation)
            ?? (_erasures.First is { } erased
                ? Finding(
                    AuditFault.Erased,
                    erased.Position,
                    erased.RecordId,
                    $"{erased.Pointer} of {erased.Type} {erased.Id} is gone from it, and no record says that somebody erased it.")
                : null);
    }

    private async Task<AuditFinding?> WalkAsync(long first, long last, Action<long> progress, CancellationToken cancellation)
    {
        var previousHash = first <= 1 ? RecordHash.Origin : await HashAtAsync(first - 1, cancellation);
        for (var position = first; position <= last;)
        {
            var rows = await PageAsync(position, last, cancellation);
            foreach (var row in rows)
            {
                previousHash ??= row.PreviousHash; // The one before the range is gone: that is not this range's fault.
                if (await JudgeAsync(row, position, previousHash, cancellation) is { } finding)
                {
                    return finding;
                }

                previousHash = row.RecordHash;
                position++;
                Records++;
            }

            progress(rows.Count);
            if (rows.Count == 0)
            {
                return await ExplainMissingAsync(position, previousHash ?? "", $"The chain has {last} records by its head, and this one is missing.", cancellation);
            }
        }

        return null;
    }

    private async Task<AuditFinding?> JudgeAsync(AuditRow row, long position, string previousHash, CancellationToken cancellation)
    {
        if (row.ChainPosition != position)
        {
            return await ExplainMissingAsync(position, previousHash, $"The next record is {row.ChainPosition}.", cancellation);
        }

        if (!IsGenuine(row, position, out var salts))
        {
            return await ExplainAsync(row, previousHash, cancellation);
        }

        if (!string.Equals(row.PreviousHash, previousHash, StringComparison.Ordinal))
        {
            return Finding(AuditFault.Inserted, position, row.ChangeId, "It was chained after another record than the one that stands before it.");
        }

        if (heads.Contradict(position, row.RecordHash))
        {
            return Finding(AuditFault.Changed, position, row.ChangeId, "The file of heads has another hash for this place: the chain was written anew.");
        }

        _erasures.Meet(row, salts!);
        return null;
    }

    /// <summary>Why a record is not what was chained at its place.</summary>
    private async Task<AuditFinding> ExplainAsync(AuditRow row, string previousHash, CancellationToken cancellation)
    {
        var position = row.ChainPosition;
        var rightful = await SuccessorAsync(previousHash, cancellation);
        var displaced = rightful is not null && rightful.ChangeId != row.ChangeId && IsGenuine(rightful, position, out _);
        if (TruePlaceOf(row) is { } place)
        {
            return displaced
                ? Finding(AuditFault.Reordered, position, row.ChangeId, $"It was chained at {place}; the record of this place stands at {rightful!.ChainPosition}.")
                : Finding(AuditFault.Removed, position, row.ChangeId, $"It was chained at {place}; the record of this place is gone, and later ones have moved up.");
        }

        return displaced
            ? Finding(AuditFault.Inserted, position, row.ChangeId, $"It was never chained; the record of this place stands at {rightful!.ChainPosition}.")
            : Finding(
                AuditFault.Changed,
                position,
                row.ChangeId,
                keys.Find(row.KeyId) is null
                    ? $"Its hash is said to be of key {row.KeyId}, which is not known: set it in Audit:RetiredKeys if it was one of ours."
                    : "It does not say what it said when it was chained.");
    }

    private async Task<AuditFinding> ExplainMissingAsync(long position, string previousHash, string otherwise, CancellationToken cancellation) =>
        await SuccessorAsync(previousHash, cancellation) is { } moved && IsGenuine(moved, position, out _)
            ? Finding(AuditFault.Reordered, position, moved.ChangeId, $"The record of this place stands at {moved.ChainPosition}.")
            : Finding(AuditFault.Removed, position, null, otherwise);

    private async Task<AuditFinding?> JudgeEndAsync(ChainHead head, long farthest, CancellationToken cancellation)
    {
        if (farthest > head.Position)
        {
            return Finding(AuditFault.Inserted, head.Position + 1, null, $"The chain ends at {head.Position} by its head, and there are records beyond.");
        }

        var hash = head.Position == 0 ? RecordHash.Origin : await HashAtAsync(head.Position, cancellation);
        if (!string.Equals(hash, head.Hash, StringComparison.Ordinal))
        {
            return Finding(AuditFault.Head, head.Position, null, "AUDIT_HEAD has another hash than the last record.");
        }

        if (heads.Farthest > head.Position)
        {
            return Finding(AuditFault.Removed, head.Position + 1, null, $"The file of heads knows of {heads.Farthest} records: the tail was cut off.");
        }

        return heads.Forged is { } line
            ? Finding(AuditFault.Head, 0, null, $"Line {line} of the file of heads is not signed by a known key.")
            : null;
    }

    private bool IsGenuine(AuditRow row, long position, out MemberSalts? salts)
    {
        salts = null;
        try
        {
            salts = MemberSalts.Parse(row.MemberSalts);
            return keys.Find(row.KeyId) is { } key
                && string.Equals(row.RecordHash, RecordHash.Of(row with { ChainPosition = position }, salts, key), StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false; // Whoever changed it did not even leave JSON behind.
        }
    }

    /// <summary>The place that a record was chained at, if it is another than it stands at, and not too far from it.</summary>
    private long? TruePlaceOf(AuditRow row)
    {
        for (var distance = 1L; distance <= Reach; distance++)
        {
            foreach (var place in (long[])[row.ChainPosition - distance, row.ChainPosition + distance])
            {
                if (place >= 1 && place <= _end && IsGenuine(row, place, out _))
                {
                    return place;
                }
            }
        }

        return null;
    }

    private Task<IReadOnlyList<AuditRow>> PageAsync(long from, long to, CancellationToken cancellation) => database.QueryAsync<AuditRow>(
        $"""
        SELECT {AuditRow.Columns}
        FROM AUDIT_RECORD
        WHERE partition_no = :partition_no
          AND chain_position >= :first_position
          AND chain_position <= :last_position
        ORDER BY chain_position
        {database.Dialect.Paging}
        """,
        new Bindings().Int("partition_no", partition).Long("first_position", from).Long("last_position", to).Int("row_limit", Page),
        cancellation);

    /// <summary>The record that was chained after the one with a hash. There is no index to find it by: only asked once something is wrong.</summary>
    private async Task<AuditRow?> SuccessorAsync(string previousHash, CancellationToken cancellation) => (await database.QueryAsync<AuditRow>(
        $"""
        SELECT {AuditRow.Columns}
        FROM AUDIT_RECORD
        WHERE partition_no = :partition_no
          AND previous_hash = :previous_hash
        ORDER BY chain_position
        {database.Dialect.Paging}
        """,
        new Bindings().Int("partition_no", partition).Text("previous_hash", previousHash).Int("row_limit", 1),
        cancellation)) is [var row] ? row : null;

    private async Task<string?> HashAtAsync(long position, CancellationToken cancellation) =>
        await PageAsync(position, position, cancellation) is [var row] ? row.RecordHash : null;

    private async Task<long?> EdgeAsync(string edge, string comparison, DateTimeOffset? from, CancellationToken cancellation)
    {
        var bindings = new Bindings().Int("partition_no", partition);
        if (from is { } instant)
        {
            bindings.Instant("occurred_at", instant);
        }

        var rows = await database.QueryAsync<long?>(
            $"""
            SELECT {edge}(chain_position)
            FROM AUDIT_RECORD
            WHERE partition_no = :partition_no
              {(from is null ? "" : $"AND occurred_at {comparison} :occurred_at")}
            """,
            bindings,
            cancellation);
        return rows[0];
    }

    private AuditFinding Finding(AuditFault fault, long position, Guid? id, string explanation) => new(fault, partition, position, id, explanation);
}
