namespace LoApi.Storage.Clients;

/// <summary>What became of a change of a client.</summary>
public enum ClientChange
{
    /// <summary>It is committed.</summary>
    Done,

    /// <summary>There is no such client.</summary>
    NoSuchClient,

    /// <summary>The client has no such key.</summary>
    NoSuchKey,

    /// <summary>There is such a key already, perhaps revoked.</summary>
    KeyExists,

    /// <summary>The client has <see cref="ClientRegistry.MaxLiveKeys"/> keys that hold or will hold.</summary>
    TooManyKeys,

    /// <summary>The client may not call, and is given no key.</summary>
    ClientDisabled,
}
