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
                if (await TryEraseAsync(partition, resourceType, resourceId, pointers, caller) is { } erased)
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

    private async Task DrainAsync(int partition)
    {
        while ((await _chain.AppendAsync(partition)).More)
        {
        }
    }

    /// <summary>Null where something came between; nothing was done then.</summary>
    private async Task<ErasedData?> TryEraseAsync(
        int partition, string resourceType, string resourceId, IReadOnlyCollection<string> pointers, Caller caller)
    {
        await using var transaction = await ChangeTransaction.BeginAsync(_database);
        await AuditHeads.LockAsync(transaction, partition);
        if (await AnyWaitsAsync(transaction, partition, resourceType, resourceId))
        {
            return null;
        }

        var records = (await RecordsAsync(transaction, resourceType, resourceId))
            .Select(record => (Before: record, After: MemberSalts.Erase(record, pointers)))
            .Where(change => !ReferenceEquals(change.Before, change.After))
            .Select(change => change.After.ToErase())
            .ToList();
        var tree = MemberTree.Of(pointers);
        var answers = (await AnswersAsync(transaction, resourceType, resourceId))
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

    // No index serves this, and none is worth its price in every write: an erasure may take its time.
    private static Task<IReadOnlyList<IdempotencyRow>> AnswersAsync(ChangeTransaction transaction, string resourceType, string resourceId) =>
        transaction.QueryAsync<IdempotencyRow>(
            $"""
            SELECT {IdempotencyRow.Columns}
            FROM IDEMPOTENCY_RECORD
            WHERE resource_id = :resource_id
              AND resource_type = :resource_type
            """,
            new Bindings().Text("resource_id", resourceId).Text("resource_type", resourceType));

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
