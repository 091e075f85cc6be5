namespace LoApi.ApiFrontend.Ops;

/// <summary>Somebody who has signed in.</summary>
/// <param name="KeyId">With which key.</param>
/// <param name="Name">Who that is.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record OpsSession(string KeyId, string Name, DateTimeOffset ExpiresAt);
