namespace LoApi.ApiFrontend.Authentication;

/// <summary>Whether a token is believed.</summary>
/// <param name="Token">The token; null where it is refused.</param>
/// <param name="Fault">Why it is refused, for the log only.</param>
/// <param name="KeyId">The key that a refused token claims to be signed with, where it has the form of one.</param>
internal readonly record struct TokenVerdict(VerifiedToken? Token, TokenFault Fault = default, string? KeyId = null)
{
    /// <summary>A refusal.</summary>
    public static TokenVerdict Refused(TokenFault fault, string? keyId = null) => new(null, fault, keyId);
}
