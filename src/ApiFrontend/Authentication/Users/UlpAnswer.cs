namespace LoApi.ApiFrontend.Authentication;

/// <summary>What ULP says of a session.</summary>
/// <param name="UserId">Whose it is; null where it is not active.</param>
/// <param name="ExpiresAt">When it ends; null where ULP does not say.</param>
internal sealed record UlpAnswer(string? UserId, DateTimeOffset? ExpiresAt);
