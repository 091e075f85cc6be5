namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who somebody else says that a user is.</summary>
/// <param name="UserId">The user's id here.</param>
/// <param name="ExpiresAt">When that is to be asked again.</param>
internal sealed record UserVerdict(string UserId, DateTimeOffset ExpiresAt);
