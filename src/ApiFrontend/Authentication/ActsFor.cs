namespace LoApi.ApiFrontend.Authentication;

/// <summary>On whose behalf an endpoint acts: the request context that it asks for.</summary>
[Flags]
internal enum ActsFor
{
    /// <summary>The client alone.</summary>
    Nobody = 0,

    /// <summary>A user, who exists and is active.</summary>
    User = 1,

    /// <summary>A location, which is one of the user's.</summary>
    Location = 2,
}
