using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>A grain in memory: its mailbox, and which of its calls may run. Its life is in the other part.</summary>
[SuppressMessage("Design", "CA1001", Justification = "LeaveAsync disposes of what a grain holds; the sources hold nothing.")]
internal sealed partial class Activation(GrainClass grainClass, string key, IActivationOwner owner)
    : TurnScheduler, ICallTarget, IGrainContext
{
    private CallList _waiting;
    private CallList _running;

    /// <summary>How many of those that run do not interleave: others wait for them, except reads for reads.</summary>
    private int _runningInTurn;

    /// <summary>How many of those are not reads.</summary>
    private int _runningWrites;

    /// <summary>How many of those waiting might pass one that has to wait.</summary>
    private int _waitingToPass;

    private TaskCompletionSource? _idle;

    /// <summary>The activation whose turn this thread runs.</summary>
    public static new Activation? Current => TurnScheduler.Current as Activation;

    public GrainClass Class { get; } = grainClass;

    public GrainId GrainId => new(Class.Type, IdSpan.Create(key));

    public GrainReference GrainReference => Class.CreateReference(key);

    /// <summary>Calls in hand; read without the gate, to choose the least busy of several.</summary>
    public int Load => _waiting.Count + _running.Count;

    /// <summary>Calls that wait for their turn; read without the gate.</summary>
    public int Waiting => _waiting.Count;

    protected override Action<IThreadPoolWorkItem>? TurnQueue => Class.Runtime.Options.TurnQueue;

    public bool TryAccept(GrainCall call)
    {
        int load;
        lock (Gate)
        {
            if (_state == ActivationState.Invalid || (call.IsLocal && _state > ActivationState.Valid))
            {
                return false;
            }

            // In this order: who abandons a call afterwards finds it here, and takes it out.
            call.Target = this;
            load = Load;
            // A new activation takes it all the same, and will not start it: nothing else would ever bring it to life or end it.
            if (call.IsAbandoned && _state != ActivationState.Created)
            {
                return true;
            }

            if (load < Class.MailboxLimit || call.IsLocal)
            {
                Accept(call);
                return true;
            }
        }

        call.Fail(new LimitExceededException("MailboxLimit", load, Class.MailboxLimit, $"of grain {GrainId}"));
        return true;
    }

    void ICallTarget.ForEach<TArgument>(Action<Activation, TArgument> action, TArgument argument) => action(this, argument);

    /// <summary>Takes an abandoned call out of the mailbox.</summary>
    public void Forget(GrainCall call)
    {
        TaskCompletionSource? idle = null;
        lock (Gate)
        {
            if (call.IsWaiting && call.Target == this)
            {
                RemoveWaiting(call);
                idle = TakeIdleWaiter();
            }
        }

        idle?.TrySetResult();
    }

    /// <summary>A call ended with an exception.</summary>
    public void OnFailed(GrainCall call, Exception exception)
    {
        if (call.Span is { } span)
        {
            GrainSpans.Fail(span, exception);
        }

        OnException(exception);
        OnCompleted(call);
    }

    /// <summary>An exception left a call or a tick: if the grain's memory is not what is stored, it goes.</summary>
    public void OnException(Exception exception)
    {
        if (exception is InconsistentStateException { IsSourceActivation: true } inconsistent)
        {
            inconsistent.IsSourceActivation = false;
            Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError,
                exception,
                "The stored state is not the one that this activation knows."));
        }
    }

    /// <summary>A call ended: others may run now.</summary>
    public void OnCompleted(GrainCall call)
    {
        call.Span?.Stop(); // Before its caller goes on, whose own span may end then.
        TaskCompletionSource? idle;
        lock (Gate)
        {
            RemoveRunning(call);
            if (call.KeepsAlive)
            {
                _lastUsed = Class.Runtime.Clock.GetTimestamp();
            }

            RunWaiting();
            EndIfDue();
            idle = TakeIdleWaiter();
        }

        call.StopWatchingCaller();
        idle?.TrySetResult();
    }

    /// <summary>Completes when no call runs or waits.</summary>
    public Task WhenIdle()
    {
        lock (Gate)
        {
            return Load == 0
                ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    protected override void Run(object turn)
    {
        if (!Class.Runtime.Measures.TimesTurns)
        {
            base.Run(turn);
            return;
        }

        var clock = Class.Runtime.Clock;
        var started = clock.GetTimestamp();
        base.Run(turn);
        Class.Runtime.Measures.Turned(clock.Between(started, clock.GetTimestamp()), Class.Tag);
    }

    protected override void Start(GrainCall call)
    {
        if (call.TryStart())
        {
            if (call.Caller is not null)
            {
                GrainSpans.Begin(call, this); // Current until this turn ends, and for what the call awaits.
            }

            _ = call.RunAsync(this);
        }
        else
        {
            OnCompleted(call);
        }
    }

    private void Accept(GrainCall call)
    {
        if (_state == ActivationState.Valid && MayRun(call))
        {
            Run(call);
            return;
        }

        _waiting.Append(call);
        call.IsWaiting = true;
        _waitingToPass += MightPass(call) ? 1 : 0;
        if (_state == ActivationState.Created)
        {
            BeginActivating();
        }
    }

    /// <summary>The rule of Orleans 10.4.2, to the letter: reads that keep coming can keep a write waiting for as long as one of them runs.</summary>
    private bool MayRun(GrainCall call) =>
        _runningInTurn == 0
        || call.IsInterleaving
        || Class.IsReentrant
        || (_runningWrites == 0 && call.Method.IsReadOnly);

    private static bool MightPass(GrainCall call) => call.IsInterleaving || call.Method.IsReadOnly;

    private void Run(GrainCall call)
    {
        _running.Append(call);
        CountRunning(call, 1);
        EnqueueUnderGate(call);
    }

    private void RemoveRunning(GrainCall call)
    {
        _running.Remove(call);
        CountRunning(call, -1);
    }

    private void CountRunning(GrainCall call, int change)
    {
        if (!call.IsInterleaving)
        {
            _runningInTurn += change;
            _runningWrites += call.Method.IsReadOnly ? 0 : change;
        }
    }

    private void RunWaiting()
    {
        if (_state != ActivationState.Valid)
        {
            return;
        }

        GrainCall? next;
        for (var call = _waiting.First; call is not null; call = next)
        {
            next = call.Next;
            if (MayRun(call))
            {
                RemoveWaiting(call);
                Run(call);
            }
            else if (_waitingToPass == 0)
            {
                return;
            }
        }
    }

    private void RemoveWaiting(GrainCall call)
    {
        _waiting.Remove(call);
        call.IsWaiting = false;
        _waitingToPass -= MightPass(call) ? 1 : 0;
    }

    private TaskCompletionSource? TakeIdleWaiter() => Load == 0 ? Interlocked.Exchange(ref _idle, null) : null;
}
