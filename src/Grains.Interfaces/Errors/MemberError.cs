namespace LoApi.Errors;

/// <summary>What is wrong with one member or parameter of a request.</summary>
/// <param name="Pointer">A JSON pointer (RFC 6901) into the body, or the name of a query parameter.</param>
/// <param name="Code">A stable code, explained in <c>docs/errors.md</c>.</param>
/// <param name="Detail">A sentence for the caller's engineer.</param>
[GenerateSerializer, Immutable, Alias("member-error")]
public sealed record MemberError(
    [property: Id(0)] string Pointer,
    [property: Id(1)] string Code,
    [property: Id(2)] string Detail);
