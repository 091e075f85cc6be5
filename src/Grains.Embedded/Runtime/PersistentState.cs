using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>A piece of a grain's state, between the grain and its storage.</summary>
/// <remarks>Operations run one after the other, so that two writes of an interleaving grain do not meet each other's version.</remarks>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>
{
    private readonly GrainState<TState> _stored = new(Activator.CreateInstance<TState>());
    private Task _last = Task.CompletedTask;

    public TState State
    {
        get => _stored.State!;
        set => _stored.State = value;
    }

    public string? Etag => _stored.ETag;

    public bool RecordExists => _stored.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        _last = RunAsync(_last, "reading", () => storage.ReadStateAsync(name, grainId, _stored, cancellationToken), cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        _last = RunAsync(_last, "writing", () => storage.WriteStateAsync(name, grainId, _stored, cancellationToken), cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        _last = RunAsync(_last, "clearing", () => storage.ClearStateAsync(name, grainId, _stored, cancellationToken), cancellationToken);

    private async Task RunAsync(Task previous, string doing, Func<Task> operation, CancellationToken cancellationToken)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await operation();
        }
        catch (Exception exception) when (exception is not OrleansException && !cancellationToken.IsCancellationRequested)
        {
            throw new OrleansException($"Error from grain storage while {doing} state {name} of grain {grainId}: {exception.Message}", exception);
        }
    }
}
