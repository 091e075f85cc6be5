using Orleans.Embedded;

namespace Orleans.Runtime;

/// <summary>A reference to a grain; the generated proxies derive from it. Two are equal if they mean the same grain.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    internal GrainReference(GrainRoute route) => Route = route;

    /// <summary>The grain's identity.</summary>
    public GrainId GrainId => new(Route.Class.Type, IdSpan.Create(Route.Key));

    internal GrainRoute Route { get; }

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) =>
        other is not null
        && ReferenceEquals(Route.Class, other.Route.Class)
        && string.Equals(Route.Key, other.Route.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <summary>Whether both mean the same grain.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) =>
        reference1 is null ? reference2 is null : reference1.Equals(reference2);

    /// <summary>Whether they mean different grains.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

    /// <summary>The grain's identity.</summary>
    public sealed override string ToString() => $"GrainReference:{GrainId}";

    internal GrainReference As(Type interfaceType) => Route.Class.Runtime.Interfaces.Get(interfaceType).CreateProxy(Route);
}
