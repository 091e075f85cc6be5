namespace LoApi.ApiFrontend.Authentication;

/// <summary>The user that a token acts for, as the configured way of verification has it.</summary>
/// <param name="UserId">The user's id, not yet looked up; null where the token names none.</param>
internal sealed record VerifiedUser(string? UserId);
