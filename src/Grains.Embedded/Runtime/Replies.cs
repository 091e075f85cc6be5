namespace Orleans.Embedded;

/// <summary>How an exception reaches a caller.</summary>
internal static class Replies
{
    /// <summary>Like an async method that throws: a cancellation cancels the task, and stays the exception that it is.</summary>
    public static void TryFail<TResult>(TaskCompletionSource<TResult> reply, Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            // TrySetCanceled would make a TaskCanceledException of it.
            reply.TrySetFromTask(Throw<TResult>(exception));
        }
        else
        {
            reply.TrySetException(exception);
        }
    }

#pragma warning disable CS1998 // It must be async: only such a method's task keeps the exception that cancelled it.
    private static async Task<TResult> Throw<TResult>(Exception exception) => throw exception;
#pragma warning restore CS1998
}
