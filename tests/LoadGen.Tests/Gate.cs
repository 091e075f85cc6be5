namespace LoApi.LoadGen.Tests;

/// <summary>Where somebody arrives, and waits until the test lets everybody pass.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    public void Open() => _opened.TrySetResult();

    public Task PassAsync(CancellationToken cancellation)
    {
        _arrived.TrySetResult();
        return _opened.Task.WaitAsync(cancellation);
    }
}
