using System.Collections.Immutable;
using System.Diagnostics;
using LoApi.Callers;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A change set that waits for its transaction.</summary>
internal sealed class PendingWrite(ChangeSet changes, long submittedAt)
{
    // Whoever waits goes on elsewhere: the writer must not run its callers' code.
    private readonly TaskCompletionSource<WriteResult> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string OrderKey { get; } = changes.Changes[0].OrderKey;

    /// <summary>The rows of its changes, and that of its audit entry.</summary>
    public ImmutableArray<Row> Rows { get; } =
        [AuditOutboxTable.ToInsert(changes.Audit), .. changes.Changes.Select(change => change.ToRow())];

    /// <summary>What it claims that no other may have.</summary>
    public ImmutableArray<ClaimedKey> ClaimedKeys { get; } = [.. changes.Changes.SelectMany(change => change.ClaimedKeys)];

    /// <summary>By which it is recognised once it is committed.</summary>
    public Guid ChangeId { get; } = changes.Audit.ChangeId;

    /// <summary>Whose change it is.</summary>
    public Caller Caller { get; } = changes.Audit.Caller;

    /// <summary>The chain that its audit entry goes to.</summary>
    public int AuditPartition { get; } = changes.Audit.Partition;

    /// <summary>A timestamp of the time provider.</summary>
    public long SubmittedAt { get; } = submittedAt;

    /// <summary>The recorded span that it was submitted in, or nothing.</summary>
    public ActivityContext Span { get; } = Activity.Current is { Recorded: true } span ? span.Context : default;

    public Task<WriteResult> Outcome => _outcome.Task;

    public void Complete(WriteResult result) => _outcome.TrySetResult(result);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
