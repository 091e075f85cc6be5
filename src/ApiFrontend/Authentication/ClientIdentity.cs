namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who a request says it comes from, proven or believed as the authenticator does it.</summary>
/// <param name="ClientId">The app server.</param>
/// <param name="UserId">The user it names, not yet looked up; null where it names none.</param>
/// <param name="LocationId">The location it names, not yet looked up; null where it names none.</param>
internal sealed record ClientIdentity(string ClientId, string? UserId, string? LocationId);
