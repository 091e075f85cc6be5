namespace LoApi.PlainAspNet.Storage;

/// <summary>An active user on whose behalf is asked, with the locations that it belongs to.</summary>
internal sealed record Reader(string UserId, List<string> Locations);
