using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The life of an activation, from its first call to its removal.</summary>
internal sealed partial class Activation
{
    private ActivationState _state;

    /// <summary>When the last call ended or, before and after, when the present state began.</summary>
    private long _lastUsed;

    private long _keepUntil;
    private Ending? _ending;
    private CancellationTokenSource? _patience;
    private AsyncServiceScope? _scope;
    private GrainTimers? _timers;

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => (_scope ??= Class.Runtime.Services.CreateAsyncScope()).ServiceProvider;

    /// <summary>Completes when the activation is out of the directory.</summary>
    public Task Deactivated
    {
        get
        {
            lock (Gate)
            {
                return _state == ActivationState.Invalid ? Task.CompletedTask : (_ending ??= new()).Completion.Task;
            }
        }
    }

    /// <summary>Ends the activation when no call runs. Calls that wait, or come meanwhile, meet the next one.</summary>
    public void Deactivate(DeactivationReason reason)
    {
        lock (Gate)
        {
            DeactivateUnderGate(reason);
        }
    }

    public void DelayDeactivation(TimeSpan time)
    {
        lock (Gate)
        {
            _keepUntil = time == Timeout.InfiniteTimeSpan ? long.MaxValue : Class.Runtime.Clock.After(time);
        }
    }

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        lock (Gate)
        {
            // Under the gate, so that deactivation meets every timer, or every timer meets deactivation.
            return _state <= ActivationState.Valid
                ? (_timers ??= new(this)).Add(callback, options)
                : throw new InvalidOperationException($"Grain {GrainId} is being deactivated and takes no new timer.");
        }
    }

    private void DeactivateUnderGate(DeactivationReason reason)
    {
        if (_state > ActivationState.Valid || _ending is { Reason: not null })
        {
            return;
        }

        (_ending ??= new()).Reason = reason;
        if (_state == ActivationState.Created)
        {
            BeginActivating();
        }
        else if (_state == ActivationState.Valid)
        {
            BeginDeactivating();
        }
    }

    private void BeginActivating()
    {
        Enter(ActivationState.Activating);
        EnqueueUnderGate(new Action(() => _ = ActivateAsync()));
    }

    private async Task ActivateAsync()
    {
        _patience = new();
        try
        {
            GrainInstance = Class.CreateGrain(this, out var states);
            foreach (var state in states)
            {
                await state.ReadStateAsync(_patience.Token).WaitAsync(_patience.Token);
            }

            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnActivateAsync(_patience.Token).WaitAsync(_patience.Token);
            }
        }
        catch (Exception exception)
        {
            Log.ActivationFailed(Class.Runtime.Logger, exception, GrainId);
            await LeaveAsync(_patience.IsCancellationRequested
                ? new TimeoutException($"Grain {GrainId} was not activated in {Class.Runtime.Options.ActivationTimeout}.", exception)
                : exception);
            return;
        }

        lock (Gate)
        {
            _patience = null;
            Enter(ActivationState.Valid);
            if (_ending is { Reason: not null })
            {
                BeginDeactivating();
            }

            RunWaiting();
        }
    }

    private void BeginDeactivating()
    {
        Enter(ActivationState.Deactivating);
        StopTimers();
        EndIfDue();
    }

    private void StopTimers()
    {
        if (Interlocked.Exchange(ref _timers, null) is { } timers)
        {
            timers.Stop();

            // A running tick learns of it on the grain's turn, like everything that runs grain code.
            EnqueueUnderGate(new Action(timers.CancelTicks));
        }
    }

    private void EndIfDue()
    {
        if (_state == ActivationState.Deactivating && _running.Count == 0)
        {
            Enter(ActivationState.Ending);
            EnqueueUnderGate(new Action(() => _ = DeactivateAsync()));
        }
    }

    private async Task DeactivateAsync()
    {
        _patience = new();
        if (GrainInstance is IGrainBase grain)
        {
            try
            {
                await grain.OnDeactivateAsync(_ending!.Reason!.Value, _patience.Token).WaitAsync(_patience.Token);
            }
            catch (Exception exception)
            {
                Log.DeactivationFailed(Class.Runtime.Logger, exception, GrainId);
            }
        }

        await LeaveAsync(failure: null);
    }

    /// <summary>Lets go of the grain, leaves the directory, and sends those who wait to the next activation.</summary>
    private async Task LeaveAsync(Exception? failure)
    {
        lock (Gate)
        {
            StopTimers();
        }

        await DisposeGrainAsync();
        owner.Remove(this);

        CallList orphans;
        lock (Gate)
        {
            _patience = null;
            orphans = _waiting;
            _waiting = default;
            _waitingToPass = 0;
            Enter(ActivationState.Invalid);
            for (var call = orphans.First; call is not null; call = call.Next)
            {
                call.IsWaiting = false;
            }
        }

        for (GrainCall? call = orphans.First, next; call is not null; call = next)
        {
            next = call.Next;
            if (failure is not null)
            {
                call.Fail(failure);
            }
            else if (!call.IsLocal)
            {
                Class.Dispatch(key, call);
            }
        }

        TakeIdleWaiter()?.TrySetResult();
        _ending?.Completion.TrySetResult();
    }

    private async Task DisposeGrainAsync()
    {
        try
        {
            switch (GrainInstance)
            {
                case IAsyncDisposable grain:
                    await grain.DisposeAsync();
                    break;
                case IDisposable grain:
                    grain.Dispose();
                    break;
            }
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(Class.Runtime.Logger, exception, GrainId);
        }

        try
        {
            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(Class.Runtime.Logger, exception, GrainId);
        }
    }

    private void Enter(ActivationState state)
    {
        _state = state;
        _lastUsed = Class.Runtime.Clock.GetTimestamp();
    }

    /// <summary>Why an activation ends, and who waits for it; most activations need neither for most of their life.</summary>
    private sealed class Ending
    {
        public DeactivationReason? Reason { get; set; }

        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
