namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>What the behaviour tests need to know of a runtime. Its one implementation is called <c>GrainHost</c>, in the
/// folder of the distribution that is built.</summary>
public interface IGrainHost : IAsyncLifetime
{
    IGrainFactory Grains { get; }
}
