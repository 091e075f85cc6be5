using System.CommandLine;
using LoApi.Clients;
using LoApi.Storage.Clients;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Clients;

/// <summary>What the commands about clients have in common: the database, the master key, and what is said of a change.</summary>
internal sealed class ClientRegister(ServiceProvider storage, IConfiguration settings) : IAsyncDisposable
{
    public ClientRepository Clients => storage.GetRequiredService<ClientRepository>();

    public ClientRegistry Registry => storage.GetRequiredService<ClientRegistry>();

    public static ClientRegister Open(AdminHost host, ConnectionOptions connection, ParseResult parsed) =>
        new(connection.OpenStorage(parsed), host.Settings);

    /// <summary>What keys are encrypted with. Throws <see cref="CommandFailedException"/> where no master key is configured.</summary>
    public ClientKeyCipher Cipher()
    {
        var options = settings.GetSection(MasterKeyOptions.Section).Get<MasterKeyOptions>() ?? new();
        options.MasterKey ??= IsDevelopment() ? DevelopmentMasterKey.ReadOrCreate(options.DataFolder) : null;
        try
        {
            return new(options.Read());
        }
        catch (InvalidOperationException none)
        {
            throw new CommandFailedException($"{none.Message} The variable is Clients__MasterKey.", none);
        }
    }

    /// <summary>The client. Throws <see cref="CommandFailedException"/> where there is none of this id.</summary>
    public async Task<Client> FindAsync(string id, CancellationToken cancellation) =>
        (ClientId.IsWellFormed(id) ? await Clients.FindAsync(id, cancellation) : null) ?? throw NoSuchClient(id);

    /// <summary>Goes on where a change was made. Throws <see cref="CommandFailedException"/> with why it was not.</summary>
    public static void Check(ClientChange change, string clientId, string? keyId = null)
    {
        switch (change)
        {
            case ClientChange.Done:
                return;
            case ClientChange.NoSuchKey:
                throw new CommandFailedException($"The client {clientId} has no key {keyId}. loapi-admin clients list shows the keys that there are.");
            case ClientChange.TooManyKeys:
                throw new CommandFailedException(
                    $"The client {clientId} has two keys that hold; revoke the one that it uses no more: loapi-admin clients revoke {clientId} --key-id ID.");
            case ClientChange.KeyExists:
                throw new CommandFailedException($"There is a key {keyId} already.");
            case ClientChange.ClientDisabled:
                throw new CommandFailedException($"The client {clientId} is disabled; if it shall call again: loapi-admin clients enable {clientId}.");
            default:
                throw NoSuchClient(clientId);
        }
    }

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    private static CommandFailedException NoSuchClient(string id) => new($"There is no client {id}. loapi-admin clients list shows those that there are.");

    private bool IsDevelopment() =>
        string.Equals(settings["ASPNETCORE_ENVIRONMENT"] ?? settings["DOTNET_ENVIRONMENT"], "Development", StringComparison.OrdinalIgnoreCase);
}
