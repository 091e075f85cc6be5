using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A generated proxy class.</summary>
public interface IGrainProxy
{
    /// <summary>Creates a proxy.</summary>
    static abstract GrainReference Create(GrainRoute route);
}
