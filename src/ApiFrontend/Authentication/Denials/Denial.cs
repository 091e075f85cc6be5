using LoApi.ApiFrontend.Requests;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>That a request was turned away: who made it, what it wanted, when, and why.</summary>
internal sealed record Denial
{
    /// <summary>Why: a code of <see cref="LoApi.Errors.ProblemCode"/>, followed by a colon and the particular fault where there is one. No secret, no token.</summary>
    public required string Reason { get; init; }

    /// <summary>The method of the request.</summary>
    public required string Method { get; init; }

    /// <summary>The template of its route, which is all that the log is told; <see cref="RequestExtensions.NoRoute"/> where none was met.</summary>
    public required string Route { get; init; }

    /// <summary>The path of the request, percent-encoded; the template of its route where the path holds no id but something else, such as an e-mail address.</summary>
    public required string Path { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The request's id.</summary>
    public required string RequestId { get; init; }

    /// <summary>The address that it came from, as far as proxies are trusted to say.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>The client, proven; null where none was.</summary>
    public string? ClientId { get; init; }

    /// <summary>The key that an unproven token claims to be signed with; null where it claims none.</summary>
    public string? ClaimedKeyId { get; init; }

    /// <summary>The user that a proven client names; null where it names none.</summary>
    public string? UserId { get; init; }

    /// <summary>The location that a proven client names; null where it names none.</summary>
    public string? LocationId { get; init; }
}
