using Orleans.Runtime;

namespace Orleans;

/// <summary>Names the grain type of a class, where the convention does not do. Storage keys depend on it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The grain type of the class.</summary>
    public GrainType GetGrainType(IServiceProvider services, Type type) => GrainType.Create(grainType);
}
