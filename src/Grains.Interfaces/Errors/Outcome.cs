using System.Diagnostics.CodeAnalysis;

namespace LoApi.Errors;

/// <summary>What a grain answers where a failure is to be expected: a value or a <see cref="Errors.Failure"/>.</summary>
[GenerateSerializer, Immutable, Alias("outcome`1")]
public sealed record Outcome<T>
    where T : class
{
    /// <summary>The value; null where it failed.</summary>
    [Id(0)]
    public T? Value { get; private init; }

    /// <summary>Why it failed; null where it did not.</summary>
    [Id(1)]
    public Failure? Failure { get; private init; }

    /// <summary>Whether it failed.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Failure is not null;

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new() { Value = value };

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(Failure failure) => new() { Failure = failure };
}
