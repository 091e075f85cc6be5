namespace LoApi.ApiFrontend.Ops;

/// <summary>What the page sends to sign in.</summary>
/// <param name="Key">What was typed.</param>
internal sealed record SignIn(string? Key);
