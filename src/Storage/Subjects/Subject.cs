namespace LoApi.Storage.Subjects;

/// <summary>A user, as an identity provider knows it.</summary>
/// <param name="Issuer">The provider's issuer identifier; at most 255 characters.</param>
/// <param name="Name">What it calls the user (<c>sub</c>); at most 255 characters.</param>
/// <param name="UserId">The user.</param>
public sealed record Subject(string Issuer, string Name, string UserId);
