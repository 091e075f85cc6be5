using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>What an authenticator found.</summary>
/// <param name="Outcome">The client, or what its caller is told.</param>
/// <param name="Reason">Why it is not believed, for the log; null where it is, or where there is no more to say.</param>
/// <param name="ClaimedKeyId">The key that a refused token claims to be signed with; null where it claims none.</param>
internal readonly record struct Authenticated(Outcome<ClientIdentity> Outcome, string? Reason = null, string? ClaimedKeyId = null);
