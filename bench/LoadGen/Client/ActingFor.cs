namespace LoApi.LoadGen.Client;

/// <summary>On whose behalf a request is made.</summary>
/// <param name="UserId">The user, or null where the endpoint needs none.</param>
/// <param name="LocationId">The user's location, or null where the endpoint needs none.</param>
internal readonly record struct ActingFor(string? UserId, string? LocationId = null)
{
    public static ActingFor Nobody => default;
}
