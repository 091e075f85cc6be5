using System.Security.Cryptography;
using LoApi.Clients;
using LoApi.Limits;
using LoApi.Storage.Clients;
using Microsoft.Extensions.Configuration;

namespace LoApi.Silo;

/// <summary>The client <c>demo</c> of a developer's machine: every scope, and a key that nobody else has.</summary>
internal sealed class DemonstrationClient(ClientRepository clients, ClientRegistry registry, IConfiguration configuration)
{
    /// <summary>Sees to it that the client is there and that the credentials in the data folder are its own.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        var options = configuration.GetSection(MasterKeyOptions.Section).Get<MasterKeyOptions>() ?? new();
        options.MasterKey ??= DevelopmentMasterKey.ReadOrCreate(options.DataFolder);
        var cipher = new ClientKeyCipher(options.Read());

        DemonstrationCredentials.TryCreate(options.DataFolder, NewClientKey.Make(DemonstrationCredentials.Client, cipher));
        var credentials = DemonstrationCredentials.Read(options.DataFolder)!;
        var key = NewClientKey.Of(DemonstrationCredentials.Client, Convert.FromBase64String(credentials.Key), cipher);

        if (await clients.FindAsync(DemonstrationCredentials.Client, cancellation) is not { } client)
        {
            await registry.AddAsync(NewClient(key), cancellation: cancellation); // Another process may be quicker, with the same file.
            return;
        }

        if (client.Keys.FirstOrDefault(each => string.Equals(each.KeyId, key.KeyId, StringComparison.Ordinal)) is { } stored)
        {
            if (!IsReadable(stored, cipher))
            {
                await registry.ReplaceCiphertextAsync(client.Id, key.KeyId, key.Stored.Ciphertext, cancellation: cancellation);
            }

            return;
        }

        await ReplaceKeysAsync(client, key, options.DataFolder, cipher, cancellation);
    }

    private static Client NewClient(NewClientKey key) => new()
    {
        Id = DemonstrationCredentials.Client,
        Name = "Demonstration",
        Status = ClientStatus.Active,
        Scopes = ClientScope.All,
        RatePerSecond = RateLimit.Default.Rate,
        Burst = RateLimit.Default.Burst,
        Keys = [key.Stored],
        Version = 1,
    };

    private static bool IsReadable(ClientKey key, ClientKeyCipher cipher)
    {
        try
        {
            cipher.Decrypt(key.KeyId, key.Ciphertext);
            return true;
        }
        catch (CryptographicException)
        {
            return false; // The master key was made anew since.
        }
    }

    /// <summary>The folder's key is not the client's any more: the file or the database is another than at the last start.</summary>
    private async Task ReplaceKeysAsync(
        Client client, NewClientKey key, string folder, ClientKeyCipher cipher, CancellationToken cancellation)
    {
        foreach (var other in client.Keys)
        {
            await registry.RevokeKeyAsync(client.Id, other.KeyId, at: null, cancellation: cancellation);
        }

        if (await registry.AddKeyAsync(client.Id, key.Stored, cancellation: cancellation) == ClientChange.KeyExists)
        {
            var fresh = NewClientKey.Make(client.Id, cipher); // The file's key was revoked, for good.
            DemonstrationCredentials.Replace(folder, fresh);
            await registry.AddKeyAsync(client.Id, fresh.Stored, cancellation: cancellation);
        }
    }
}
