namespace Orleans.Runtime;

/// <summary>The type of a grain: <c>payoff</c> for a class <c>PayoffGrain</c>, unless <see cref="GrainTypeAttribute"/> says otherwise.</summary>
public readonly struct GrainType : IEquatable<GrainType>
{
    /// <summary>The type with this name.</summary>
    public GrainType(IdSpan id) => Value = id;

    /// <summary>The name.</summary>
    public IdSpan Value { get; }

    /// <summary>Whether it is empty.</summary>
    public bool IsDefault => Value.IsDefault;

    /// <summary>The type with this name.</summary>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new(IdSpan.Create(value));
    }

    /// <inheritdoc/>
    public bool Equals(GrainType obj) => Value.Equals(obj.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Whether both have the same name.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);

    /// <summary>The name.</summary>
    public override string ToString() => Value.ToString();
}
