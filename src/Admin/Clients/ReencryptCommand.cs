using System.CommandLine;
using System.Security.Cryptography;
using LoApi.Clients;
using LoApi.Storage.Clients;

namespace LoApi.Admin.Clients;

/// <summary><c>clients re-encrypt</c>: the last step but one of a change of the master key.</summary>
internal sealed class ReencryptCommand : Command
{
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public ReencryptCommand(AdminHost host, ConnectionOptions connection)
        : base("re-encrypt", "Encrypt every key with Clients:MasterKey that is still encrypted with one of Clients:RetiredMasterKeys.")
    {
        _host = host;
        _connection = connection;
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var cipher = register.Cipher();
        var caller = AdminCaller.Of("clients re-encrypt");
        var done = 0;
        foreach (var key in (await register.Clients.ListKeysAsync(cancellation)).Where(key => cipher.IsOutdated(key.Ciphertext)))
        {
            var ciphertext = cipher.Encrypt(key.KeyId, Decrypt(cipher, key));
            ClientRegister.Check(await register.Registry.ReplaceCiphertextAsync(key.ClientId, key.KeyId, ciphertext, caller, cancellation), key.ClientId, key.KeyId);
            done++;
        }

        await _host.Output.WriteLineAsync(done == 1 ? "Encrypted 1 key anew." : $"Encrypted {done} keys anew.");
        return ExitCode.Success;
    }

    private static byte[] Decrypt(ClientKeyCipher cipher, StoredKey key)
    {
        try
        {
            return cipher.Decrypt(key.KeyId, key.Ciphertext);
        }
        catch (CryptographicException cause)
        {
            throw new CommandFailedException($"The key {key.KeyId} was encrypted with a master key that is neither Clients:MasterKey nor one of Clients:RetiredMasterKeys.", cause);
        }
    }
}
