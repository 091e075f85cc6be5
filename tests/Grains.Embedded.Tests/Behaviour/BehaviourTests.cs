namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>Behaviour that the embedded runtime and Orleans share.</summary>
[Collection(GrainHostCollection.Name)]
public abstract class BehaviourTests(GrainHost host)
{
    /// <summary>How long a test waits for what must happen; only a failing one waits so long.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected IGrainFactory Grains { get; } = host.Grains;

    /// <summary>A key that no other test uses.</summary>
    protected static string NewKey() => Guid.NewGuid().ToString("N");
}
