using System.CommandLine;

namespace LoApi.Admin.Clients;

/// <summary><c>clients revoke</c>: one key, or all of them.</summary>
internal sealed class RevokeCommand : Command
{
    private readonly Argument<string> _client = new("CLIENT") { Description = "The client's id." };

    private readonly Option<string?> _keyId = new("--key-id") { Description = "The key to revoke. [default: all keys, and the client is disabled]" };

    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public RevokeCommand(AdminHost host, ConnectionOptions connection)
        : base("revoke", "Revoke a key, or all of a client's keys and disable it. Takes effect everywhere within 30 seconds and cannot be taken back.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_client);
        Options.Add(_keyId);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var client = await register.FindAsync(parsed.GetRequiredValue(_client), cancellation);
        if (parsed.GetValue(_keyId) is { } keyId)
        {
            ClientRegister.Check(await register.Registry.RevokeKeyAsync(client.Id, keyId, at: null, AdminCaller.Of("clients revoke"), cancellation), client.Id, keyId);
            await _host.Output.WriteLineAsync($"Revoked the key {keyId}.");
        }
        else
        {
            ClientRegister.Check(await register.Registry.DisableAsync(client.Id, AdminCaller.Of("clients revoke"), cancellation), client.Id);
            await _host.Output.WriteLineAsync($"Revoked every key of {client.Id} and disabled it.");
        }

        return ExitCode.Success;
    }
}
