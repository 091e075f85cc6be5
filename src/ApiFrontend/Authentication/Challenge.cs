using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>The <c>WWW-Authenticate</c> of an answer (RFC 6750, 3).</summary>
internal static class Challenge
{
    /// <summary>What goes with a code; null where nothing does.</summary>
    public static string? Of(string code, HttpContext http) => code switch
    {
        ProblemCode.Unauthorized => "Bearer",
        ProblemCode.InvalidToken => "Bearer error=\"invalid_token\"",
        ProblemCode.InsufficientScope when http.GetEndpoint()?.Metadata.GetMetadata<Access>() is { } access =>
            $"Bearer error=\"insufficient_scope\", scope=\"{access.Scope}\"",
        _ => null,
    };
}
