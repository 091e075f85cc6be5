namespace Orleans.Embedded;

/// <summary>What happens to an activation, and to its calls, because time passes.</summary>
internal sealed partial class Activation
{
    /// <summary>Times out calls, warns of hung ones, stops waiting for a hung (de)activation, and collects if idle.</summary>
    public void Sweep(SweepPass pass)
    {
        // A look without the gate: whatever it misses, the next sweep finds.
        if (Load == 0 && _state == ActivationState.Valid && !pass.Collects)
        {
            return;
        }

        var expired = new List<GrainCall>();
        var hung = new List<GrainCall>();
        lock (Gate)
        {
            FindExpired(_running, pass, expired);
            FindExpired(_waiting, pass, expired);
            FindHung(pass, hung);
            LoseLifecyclePatience(pass);
            if (pass.Collects && IsCollectable(pass))
            {
                DeactivateUnderGate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
            }
        }

        foreach (var call in hung)
        {
            Log.CallIsHung(
                Class.Runtime.Logger,
                GrainId,
                call.Method.Name,
                Class.Runtime.Clock.Between(call.SeenRunningAt, pass.Now),
                _waiting.Count);
        }

        foreach (var call in expired)
        {
            TimeOut(call);
        }
    }

    /// <summary>Answers all callers, since nobody will run their calls.</summary>
    public void FailCalls(Exception exception)
    {
        var calls = new List<GrainCall>();
        lock (Gate)
        {
            Collect(_running, calls);
            Collect(_waiting, calls);
        }

        foreach (var call in calls)
        {
            Abandon(call, exception);
        }

        static void Collect(CallList from, List<GrainCall> to)
        {
            for (var call = from.First; call is not null; call = call.Next)
            {
                to.Add(call);
            }
        }
    }

    private TimeSpan TimeoutOf(GrainCall call) => call.Method.ResponseTimeout ?? Class.Runtime.Options.ResponseTimeout;

    private void FindExpired(CallList calls, SweepPass pass, List<GrainCall> expired)
    {
        for (var call = calls.First; call is not null; call = call.Next)
        {
            if (!call.IsLocal && !call.IsAnswered && Class.Runtime.Clock.Between(call.SentAt, pass.Now) >= TimeoutOf(call))
            {
                expired.Add(call);
            }
        }
    }

    private void FindHung(SweepPass pass, List<GrainCall> hung)
    {
        for (var call = _running.First; call is not null; call = call.Next)
        {
            if (call.SeenRunningAt == 0)
            {
                call.SeenRunningAt = pass.Now;
                call.WarnAt = pass.Now + Class.Runtime.Clock.ToTicks(Class.Runtime.Options.LongCallWarning);
            }
            else if (pass.Now >= call.WarnAt)
            {
                // Again after twice the time, so that a call that never ends does not fill the log.
                call.WarnAt = pass.Now + (pass.Now - call.SeenRunningAt);
                hung.Add(call);
            }
        }
    }

    private void TimeOut(GrainCall call) => Abandon(call, new TimeoutException(
        $"Response did not arrive on time in {TimeoutOf(call)} for message: {call.Method.Name} to {GrainId}."));

    /// <summary>Answers the caller. The call never starts, if it has not.</summary>
    private void Abandon(GrainCall call, Exception exception)
    {
        if (call.TryAbandon())
        {
            Forget(call);
        }

        call.Fail(exception);
    }

    private void LoseLifecyclePatience(SweepPass pass)
    {
        var options = Class.Runtime.Options;
        TimeSpan? limit = _state switch
        {
            ActivationState.Activating => options.ActivationTimeout,
            ActivationState.Ending => options.DeactivationTimeout,
            _ => null,
        };
        if (limit is { } time && Class.Runtime.Clock.Between(_lastUsed, pass.Now) >= time)
        {
            EnqueueUnderGate(new Action(CancelPatience));
        }
    }

    private void CancelPatience()
    {
        if (_patience is { IsCancellationRequested: false } patience)
        {
            Log.LifecycleIsHung(Class.Runtime.Logger, GrainId, _state);
            try
            {
                patience.Cancel();
            }
            catch (AggregateException exception)
            {
                // What the grain's own callbacks throw does not keep its life from going on.
                Log.CancellationCallbackFailed(Class.Runtime.Logger, exception, GrainId, _state.ToString());
            }
        }
    }

    private bool IsCollectable(SweepPass pass)
    {
        if (_state != ActivationState.Valid || Load > 0 || pass.Now < _keepUntil || Class.CollectionAge is not { } age)
        {
            return false;
        }

        return Class.Runtime.Clock.Between(_lastUsed, pass.Now) >= (age < pass.AgeLimit ? age : pass.AgeLimit);
    }
}
