namespace Orleans.Runtime;

/// <summary>A part of a grain's identity.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>
{
    private readonly string? _value;

    private IdSpan(string value) => _value = value;

    /// <summary>Whether it is empty.</summary>
    public bool IsDefault => string.IsNullOrEmpty(_value);

    /// <summary>The part with this text.</summary>
    public static IdSpan Create(string id) => new(id);

    /// <inheritdoc/>
    public bool Equals(IdSpan obj) => string.Equals(_value ?? "", obj._value ?? "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_value ?? "").GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both have the same text.</summary>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);

    /// <summary>The text.</summary>
    public override string ToString() => _value ?? "";
}
