namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A service that lives as long as the activation that it was given to.</summary>
public sealed class ScopedService : IAsyncDisposable
{
    public string? Owner { get; set; }

    public ValueTask DisposeAsync()
    {
        if (Owner is not null)
        {
            Probe.Of(Owner).Step("scope disposed");
        }

        return ValueTask.CompletedTask;
    }
}
