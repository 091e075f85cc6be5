namespace Orleans.Embedded;

/// <summary>Where calls to a grain go: its class in this runtime, and its key. Opaque to generated code.</summary>
public readonly struct GrainRoute
{
    internal GrainRoute(GrainClass grainClass, string key)
    {
        Class = grainClass;
        Key = key;
    }

    internal GrainClass Class { get; }

    internal string Key { get; }
}
