using LoApi.Clients;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>An app server of the tests, with the key that it signs with.</summary>
internal sealed record TestClient(Client Client, NewClientKey Key)
{
    public byte[] Secret => Convert.FromBase64String(Key.Secret);

    public static TestClient Make(string id, ClientKeyCipher cipher, params ReadOnlySpan<string> scopes)
    {
        var key = NewClientKey.Make(id, cipher);
        Sensitive.Keep(key.Secret);
        return new(
            new Client
            {
                Id = id,
                Name = id,
                Status = ClientStatus.Active,
                Scopes = [.. scopes],
                RatePerSecond = RateLimit.Most,
                Burst = RateLimit.Most,
                Keys = [key.Stored],
                Version = 1,
            },
            key);
    }

    public string Sign(string? user = null, string? location = null, TimeProvider? clock = null) =>
        ClientToken.Sign(Client.Id, Key.KeyId, Secret, (clock ?? TimeProvider.System).GetUtcNow(), user, location);
}
