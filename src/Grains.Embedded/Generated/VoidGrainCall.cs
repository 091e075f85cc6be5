namespace Orleans.Embedded;

/// <summary>A call without a result.</summary>
public abstract class VoidGrainCall(GrainMethod method) : GrainCall(method)
{
    private readonly TaskCompletionSource<bool> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Reply => _reply.Task;

    internal sealed override bool IsAnswered => _reply.Task.IsCompleted;

    /// <summary>Calls the method on the grain.</summary>
    protected abstract ValueTask Invoke(object grain);

    internal sealed override async Task RunAsync(Activation target)
    {
        try
        {
            await Invoke(target.GrainInstance!);
        }
        catch (Exception exception)
        {
            target.OnFailed(this, exception);
            Fail(exception);
            return;
        }

        target.OnCompleted(this);
        _reply.TrySetResult(true);
    }

    private protected sealed override void Answer(Exception exception) => Replies.TryFail(_reply, exception);
}
