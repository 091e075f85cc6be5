namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>Its first activation fails if its key says so.</summary>
internal sealed class FailingGrain : Grain, IFailingGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        var probe = Probe.Of(key);
        probe.Step("activates");
        return key.StartsWith("fails", StringComparison.Ordinal) && probe.Steps.Count == 1
            ? throw new NotSupportedException("not this time")
            : Task.CompletedTask;
    }

    public Task FailAtOnce(string message) => throw new InvalidOperationException(message);

    public async Task<int> FailLater(string message)
    {
        await Task.Yield();
        throw new FormatException(message);
    }

    public async ValueTask<int> FailInValueTask(string message)
    {
        await Task.Yield();
        throw new FormatException(message);
    }

    public ValueTask Succeed() => ValueTask.CompletedTask;
}
