using System.Text.Json.Serialization;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Errors;

/// <summary>The body of every error: a problem document of RFC 9457 with the members that API callers switch on.</summary>
internal sealed record ProblemDocument
{
    /// <summary>A URI that explains the code.</summary>
    public required Uri Type { get; init; }

    /// <summary>What the code means, the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, a sentence for the caller's engineer.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>The stable code: what a program may decide by.</summary>
    public required string Code { get; init; }

    /// <summary>The id of the request, as in <c>X-Request-Id</c> and in the service's log.</summary>
    public required string RequestId { get; init; }

    /// <summary>The members or parameters at fault; absent where none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MemberError>? Errors { get; init; }
}
