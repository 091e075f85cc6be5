namespace Orleans.Embedded;

/// <summary>A call that has a result.</summary>
public abstract class GrainCall<TResult>(GrainMethod method) : GrainCall(method)
{
    private readonly TaskCompletionSource<TResult> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<TResult> Reply => _reply.Task;

    internal sealed override bool IsAnswered => _reply.Task.IsCompleted;

    /// <summary>Calls the method on the grain.</summary>
    protected abstract ValueTask<TResult> Invoke(object grain);

    internal sealed override async Task RunAsync(Activation target)
    {
        TResult result;
        try
        {
            result = await Invoke(target.GrainInstance!);
        }
        catch (Exception exception)
        {
            target.OnFailed(this, exception);
            Fail(exception);
            return;
        }

        target.OnCompleted(this);
        _reply.TrySetResult(result);
    }

    private protected sealed override void Answer(Exception exception) => Replies.TryFail(_reply, exception);
}
