using System.Collections.Immutable;

namespace LoApi.Errors;

/// <summary>An expected failure, as a value: one mapper turns it into <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Code">A code of <see cref="ProblemCode"/>; it decides the HTTP status.</param>
/// <param name="Detail">A sentence for the caller's engineer.</param>
/// <param name="Errors">The members at fault, if any.</param>
[GenerateSerializer, Immutable, Alias("failure")]
public sealed record Failure(
    [property: Id(0)] string Code,
    [property: Id(1)] string Detail,
    [property: Id(2)] ImmutableArray<MemberError> Errors)
{
    /// <summary>A failure that no single member is to blame for.</summary>
    public Failure(string code, string detail)
        : this(code, detail, [])
    {
    }
}
