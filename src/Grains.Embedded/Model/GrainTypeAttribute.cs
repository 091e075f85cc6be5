namespace Orleans;

/// <summary>Names the grain type of a class, where the convention does not do. Storage keys depend on it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
