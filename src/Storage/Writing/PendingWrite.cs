using System.Collections.Immutable;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A change set that waits for its transaction.</summary>
internal sealed class PendingWrite(ChangeSet changes, long submittedAt)
{
    // Whoever waits goes on elsewhere: the writer must not run its callers' code.
    private readonly TaskCompletionSource<WriteResult> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string OrderKey { get; } = changes.Changes[0].OrderKey;

    public ImmutableArray<Row> Rows { get; } = [.. changes.Changes.Select(change => change.ToRow())];

    /// <summary>A timestamp of the time provider.</summary>
    public long SubmittedAt { get; } = submittedAt;

    public Task<WriteResult> Outcome => _outcome.Task;

    public void Complete(WriteResult result) => _outcome.TrySetResult(result);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
