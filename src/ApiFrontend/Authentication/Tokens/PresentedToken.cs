namespace LoApi.ApiFrontend.Authentication;

/// <summary>A token as a request brings it.</summary>
/// <param name="Text">The token.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Remembered">
/// What it said when it was verified, where that is remembered and its client is known here; it may have expired or been
/// revoked since.
/// </param>
internal sealed record PresentedToken(string Text, UInt256 Hash, TokenClaims? Remembered);
