using LoApi.Resources;

namespace LoApi.Storage.Resources;

/// <summary>A resource with the client that made it, whose it is and stays.</summary>
/// <param name="ClientId">The client; at most 100 characters.</param>
/// <param name="Resource">The resource.</param>
public sealed record OwnedResource(string ClientId, Resource Resource);
