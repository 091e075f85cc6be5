namespace Orleans.Runtime;

/// <summary>Identifies a grain: <c>payoff/17</c>. Storage keeps states under it.</summary>
/// <remarks>Integer keys are written in upper-case hexadecimal digits, <see cref="Guid"/> keys without hyphens.</remarks>
public readonly struct GrainId : IEquatable<GrainId>
{
    /// <summary>The grain of this type with this key.</summary>
    public GrainId(GrainType type, IdSpan key)
    {
        Type = type;
        Key = key;
    }

    /// <summary>The type.</summary>
    public GrainType Type { get; }

    /// <summary>The key.</summary>
    public IdSpan Key { get; }

    /// <summary>Whether it is empty.</summary>
    public bool IsDefault => Type.IsDefault && Key.IsDefault;

    /// <summary>The grain of this type with this key.</summary>
    public static GrainId Create(string type, string key) => Create(GrainType.Create(type), key);

    /// <summary>The grain of this type with this key.</summary>
    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new(type, IdSpan.Create(key));
    }

    /// <summary>The grain of this type with this key.</summary>
    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);

    /// <inheritdoc/>
    public bool Equals(GrainId other) => Key.Equals(other.Key) && Type.Equals(other.Type);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Key);

    /// <summary>Whether both mean the same grain.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Whether they mean different grains.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);

    /// <summary>Type and key, with a slash between them.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
