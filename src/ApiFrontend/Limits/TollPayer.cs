namespace LoApi.ApiFrontend.Limits;

/// <summary>Who pays for verifying who somebody is.</summary>
internal enum TollPayer
{
    /// <summary>Nobody: it costs nothing, or could not be paid.</summary>
    Nobody,

    /// <summary>The address that the request comes from.</summary>
    Address,

    /// <summary>The key that it claims to be signed with.</summary>
    ClaimedKey,
}
