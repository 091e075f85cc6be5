namespace LoApi.Storage.Clients;

/// <summary>A client's key as ciphertext, whatever is stored of from when to when it holds.</summary>
public sealed record StoredKey
{
    /// <summary>Whose it is.</summary>
    public required string ClientId { get; init; }

    /// <summary>The key's id.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key, encrypted: see <see cref="LoApi.Clients.ClientKeyCipher"/>.</summary>
    public required string Ciphertext { get; init; }
}
