namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Life.Of(this.GetPrimaryKeyString()).Begin();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Life.Of(this.GetPrimaryKeyString()).End(reason.ReasonCode);
        return Task.CompletedTask;
    }

    public Task Start(string name, TimeSpan dueTime, TimeSpan period, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            static (state, _) => state.Grain.TickAsync(state.Name),
            (Grain: this, Name: name),
            new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task StartThrowing()
    {
        _timer = this.RegisterGrainTimer(
            async () =>
            {
                await TickAsync("tick");
                if (_ticks == 1)
                {
                    throw new InvalidOperationException("the first tick");
                }
            },
            TimeSpan.FromMilliseconds(1),
            TimeSpan.FromMilliseconds(1));
        return Task.CompletedTask;
    }

    public Task StartWaiting(string until)
    {
        _timer = this.RegisterGrainTimer(
            async token =>
            {
                await using var registration = token.Register(() => Probe.Step("tick is cancelled"));
                Probe.Step("tick waits");
                await Probe.Until(until);
                Probe.Step("tick ends");
            },
            new() { DueTime = TimeSpan.FromMilliseconds(1), Period = Timeout.InfiniteTimeSpan, Interleave = true });
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan dueTime, TimeSpan period)
    {
        _timer!.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public async Task Hold(string until)
    {
        Probe.Enter();
        Probe.Step("holds");
        await Probe.Until(until);
        Probe.Leave();
        Probe.Step("lets go");
    }

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Note(string name)
    {
        Probe.Step(name);
        return Task.CompletedTask;
    }

    private async Task TickAsync(string name)
    {
        Probe.Enter();
        await Task.Yield();
        Probe.Step($"{name} {++_ticks}");
        Probe.Leave();
    }
}
