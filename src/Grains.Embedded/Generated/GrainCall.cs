using System.Diagnostics;

namespace Orleans.Embedded;

/// <summary>One call on its way: what a proxy sends, what a mailbox holds and what an activation runs.</summary>
/// <remarks>
/// Two things happen to a call, each at most once and independently of each other: it is started, or abandoned before
/// that; and its caller gets a reply. A caller whose token is cancelled, or who waited too long, gets a reply while the
/// call may run on.
/// </remarks>
public abstract class GrainCall
{
    private const int Queued = 0;
    private const int Started = 1;
    private const int Abandoned = 2;

    private int _progress;
    private CallCancellation? _cancellation;

    private protected GrainCall(GrainMethod method) => Method = method;

    /// <summary>The callee's token: cancelled, on the callee's turn, after the caller's.</summary>
    protected CancellationToken CancellationToken => _cancellation?.CalleeToken ?? CancellationToken.None;

    internal GrainMethod Method { get; }

    /// <summary>The activation whose mailbox the call is in, or was last.</summary>
    internal Activation? Target { get; set; }

    internal long SentAt { get; set; }

    /// <summary>The activity that the call was sent in; null where nobody traces.</summary>
    internal Activity? Caller { get; set; }

    /// <summary>The call's own span, from its start to its end; null where none is recorded.</summary>
    internal Activity? Span { get; set; }

    /// <summary>When the sweep first met the call running, and when it warns of it; zero before.</summary>
    internal long SeenRunningAt { get; set; }

    internal long WarnAt { get; set; }

    internal GrainCall? Previous { get; set; }

    internal GrainCall? Next { get; set; }

    internal bool IsWaiting { get; set; }

    internal bool IsAbandoned => Volatile.Read(ref _progress) == Abandoned;

    /// <summary>Whether the call ends with the activation that it was sent to: a tick of its timer.</summary>
    internal virtual bool IsLocal => false;

    internal virtual bool IsInterleaving => Method.IsAlwaysInterleave;

    /// <summary>Whether the call counts as use of the activation.</summary>
    internal virtual bool KeepsAlive => true;

    /// <summary>Whether the caller has its reply.</summary>
    internal abstract bool IsAnswered { get; }

    /// <summary>Runs the call on its target's turn, tells the target that it ended, and answers the caller.</summary>
    internal abstract Task RunAsync(Activation target);

    /// <summary>Answers the caller with an exception, unless it has its answer.</summary>
    internal void Fail(Exception exception)
    {
        StopWatchingCaller();
        Answer(exception);
    }

    /// <summary>Whether the call may start now: its caller still wants it.</summary>
    internal bool TryStart() => Interlocked.CompareExchange(ref _progress, Started, Queued) == Queued;

    /// <summary>Whether the call had not started; it never will.</summary>
    internal bool TryAbandon() => Interlocked.CompareExchange(ref _progress, Abandoned, Queued) == Queued;

    internal void CancelWith(CancellationToken callerToken)
    {
        _cancellation = new CallCancellation(this);
        _cancellation.Watch(callerToken);
    }

    internal void StopWatchingCaller() => _cancellation?.StopWatching();

    private protected abstract void Answer(Exception exception);

    /// <summary>The caller returns at once. The callee runs on, unless it was still queued or looks at its token.</summary>
    internal void OnCallerCancelled(CancellationToken callerToken)
    {
        var wasQueued = TryAbandon();
        Fail(new OperationCanceledException(callerToken));
        if (wasQueued)
        {
            Target?.Forget(this);
        }
        else
        {
            Target?.Post(_cancellation!.CancelCallee);
        }
    }
}
