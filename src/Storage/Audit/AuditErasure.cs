using System.Text;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Audit;

/// <summary>
/// Erases personal data of a resource from the audit log, whose chain stays whole, and from recorded answers. The
/// resource's own row is left as it is.
/// </summary>
public sealed class AuditErasure
{
    private const int MaxAttempts = 5;

    /// <summary>How long the answers to a resource's writes may be looked for: seconds.</summary>
    private const int SearchTimeoutSeconds = 900;

    /// <summary>
    /// The keys of the answers that are left, and not of their many tombstones, in which nothing is: the one among some
    /// hundred that an index finds. None finds those of a resource; it would cost every write more than it saves here.
    /// </summary>
    internal const string AnswersSql =
        """
        SELECT client_id, idempotency_key
        FROM IDEMPOTENCY_RECORD
        WHERE pruned = :pruned
          AND resource_id = :resource_id
          AND resource_type = :resource_type
        """;

    private readonly Database _database;
    private readonly AuditChain _chain;
    private readonly TimeProvider _time;

    internal AuditErasure(Database database, AuditChain chain, TimeProvider time)
    {
        _database = database;
        _chain = chain;
        _time = time;
    }

    /// <summary>The kinds of resource that have members of personal data.</summary>
    public static IEnumerable<string> ResourceTypes => PersonalMembers.ResourceTypes;

    /// <summary>JSON pointers to the members of personal data of a kind of resource.</summary>
    public static IReadOnlyList<string> MembersOf(string resourceType) => PersonalMembers.Of(resourceType);

    /// <summary>
    /// Erases members from everything that is recorded of a resource so far, and records that. Throws
    /// <see cref="DatabaseUnavailableException"/> where the database does not answer; done again, it does what is left.
    /// </summary>
    public async Task<ErasedData> EraseAsync(string resourceType, string resourceId, IReadOnlyCollection<string> pointers, Caller caller)
    {
        var partition = AuditPartition.Of(resourceId);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await DrainAsync(partition); // What waits in the outbox has no salts yet.
                var recorded = await FindAsync(resourceType, resourceId);
                if (await TryEraseAsync(recorded, pointers, caller) is { } erased)
                {
                    await DrainAsync(partition);
                    return erased;
                }

                if (attempt == MaxAttempts)
                {
                    throw new OverloadedException();
                }
            }
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    /// <summary>What is recorded of a resource. This may take its time, and nobody waits for it.</summary>
    internal async Task<RecordedOf> FindAsync(string resourceType, string resourceId)
    {
        // In this order: with an answer that is missed comes a record that was not counted.
        var records = await _database.QueryOneAsync<long>(
            """
            SELECT COUNT(*)
            FROM AUDIT_RECORD
            WHERE resource_id = :resource_id
              AND resource_type = :resource_type
            """,
            new Bindings().Text("resource_id", resourceId).Text("resource_type", resourceType),
            CancellationToken.None);
        var answers = await _database.QueryAsync<IdempotencyKeyRow>(
            AnswersSql,
            new Bindings().Bool("pruned", false).Text("resource_id", resourceId).Text("resource_type", resourceType),
            SearchTimeoutSeconds,
            CancellationToken.None);
        return new(resourceType, resourceId, records, answers);
    }

    private async Task DrainAsync(int partition)
    {
        while ((await _chain.AppendAsync(partition)).More)
        {
        }
    }

    /// <summary>Null where something came between; nothing was done then.</summary>
    internal async Task<ErasedData?> TryEraseAsync(RecordedOf recorded, IReadOnlyCollection<string> pointers, Caller caller)
    {
        var (resourceType, resourceId, known, found) = recorded;
        var partition = AuditPartition.Of(resourceId);
        await using var transaction = await ChangeTransaction.BeginAsync(_database);
        await AuditHeads.LockAsync(transaction, partition);
        if (await AnyWaitsAsync(transaction, partition, resourceType, resourceId))
        {
            return null;
        }

        var rows = await RecordsAsync(transaction, resourceType, resourceId);
        if (rows.Count != known)
        {
            return null;
        }

        var records = rows
            .Select(record => (Before: record, After: MemberSalts.Erase(record, pointers)))
            .Where(change => !ReferenceEquals(change.Before, change.After))
            .Select(change => change.After.ToErase())
            .ToList();
        var tree = MemberTree.Of(pointers);
        var answers = (await AnswersAsync(transaction, found))
            .Select(answer => (Answer: answer, Body: Without(answer.ResponseBody, tree)))
            .Where(change => change.Body != change.Answer.ResponseBody)
            .Select(change => IdempotencyRow.ToErase(change.Answer, change.Body))
            .ToList();
        var entry = new AuditEntry(AuditKind.Change, AuditCode.Erased, _time.GetUtcMicroseconds(), caller)
        {
            ResourceType = resourceType,
            ResourceId = resourceId,
            After = Erasures.ToState(pointers),
        };
        if (!await transaction.WriteAsync([.. records, .. answers, AuditOutboxTable.ToInsert(entry)]))
        {
            return null;
        }

        await transaction.CommitAsync();
        return new(records.Count, answers.Count);
    }

    private static async Task<bool> AnyWaitsAsync(ChangeTransaction transaction, int partition, string resourceType, string resourceId) =>
        (await transaction.QueryAsync<long>(
            """
            SELECT COUNT(*)
            FROM AUDIT_OUTBOX
            WHERE partition_no = :partition_no
              AND resource_id = :resource_id
              AND resource_type = :resource_type
            """,
            new Bindings().Int("partition_no", partition).Text("resource_id", resourceId).Text("resource_type", resourceType)))[0] > 0;

    private static Task<IReadOnlyList<AuditRow>> RecordsAsync(ChangeTransaction transaction, string resourceType, string resourceId) =>
        transaction.QueryAsync<AuditRow>(
            $"""
            SELECT {AuditRow.Columns}
            FROM AUDIT_RECORD
            WHERE resource_id = :resource_id
              AND resource_type = :resource_type
            """,
            new Bindings().Text("resource_id", resourceId).Text("resource_type", resourceType));

    private static async Task<List<IdempotencyRow>> AnswersAsync(ChangeTransaction transaction, IReadOnlyList<IdempotencyKeyRow> keys)
    {
        var answers = new List<IdempotencyRow>(keys.Count);
        foreach (var key in keys)
        {
            answers.AddRange(await transaction.QueryAsync<IdempotencyRow>(
                $"""
                SELECT {IdempotencyRow.Columns}
                FROM IDEMPOTENCY_RECORD
                WHERE client_id = :client_id
                  AND idempotency_key = :idempotency_key
                  AND pruned = :pruned
                """,
                new Bindings().Text("client_id", key.ClientId).Text("idempotency_key", key.IdempotencyKey).Bool("pruned", false)));
        }

        return answers;
    }

    private static string Without(string body, MemberTree members)
    {
        var json = Encoding.UTF8.GetBytes(body);
        var without = new StringBuilder(body.Length);
        var copied = 0;
        foreach (var span in MemberSpan.Find(json, members))
        {
            without.Append(Encoding.UTF8.GetString(json, copied, span.Start - copied)).Append("null");
            copied = span.End;
        }

        return without.Append(Encoding.UTF8.GetString(json, copied, json.Length - copied)).ToString();
    }
}
