using System.CommandLine;
using LoApi.Clients;

namespace LoApi.Admin.Clients;

/// <summary><c>clients rotate</c>: a second key, while the first holds on.</summary>
internal sealed class RotateKeyCommand : Command
{
    private readonly Argument<string> _client = new("CLIENT") { Description = "The client's id." };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object: client_id, key_id, key." };

    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public RotateKeyCommand(AdminHost host, ConnectionOptions connection)
        : base("rotate", "Add a second key and show it, this once. The first holds on: give the client the second, then revoke the first.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_client);
        Options.Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var client = await register.FindAsync(parsed.GetRequiredValue(_client), cancellation);
        if (client.Fault is { } fault)
        {
            throw new CommandFailedException($"The client {client.Id} counts as disabled: {fault}. clients limits, revoke --key-id and enable set these right.");
        }

        var key = NewClientKey.Make(client.Id, register.Cipher());
        ClientRegister.Check(await register.Registry.AddKeyAsync(client.Id, key.Stored, AdminCaller.Of("clients rotate"), cancellation), client.Id, key.KeyId);
        await NewKeyOutput.WriteAsync(_host.Output, client.Id, key, parsed.GetValue(_json));
        return ExitCode.Success;
    }
}
