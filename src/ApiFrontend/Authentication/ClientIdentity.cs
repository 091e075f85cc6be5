using LoApi.Clients;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who a request says it comes from, proven or believed as the authenticator does it.</summary>
/// <param name="Client">The app server.</param>
/// <param name="UserId">The user it names, not yet looked up; null where it names none.</param>
/// <param name="LocationId">The location it names, not yet looked up; null where it names none.</param>
/// <param name="Token">The token that proves it; null where callers are believed.</param>
internal sealed record ClientIdentity(Client Client, string? UserId, string? LocationId, VerifiedToken? Token);
