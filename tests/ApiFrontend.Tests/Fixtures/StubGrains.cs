using System.Reflection;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>A grain factory that has one grain, whatever is asked for.</summary>
public class StubGrains : DispatchProxy
{
    private object? _grain;

    public static IGrainFactory Of(object grain)
    {
        var factory = Create<IGrainFactory, StubGrains>();
        ((StubGrains)(object)factory)._grain = grain;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _grain;
}
