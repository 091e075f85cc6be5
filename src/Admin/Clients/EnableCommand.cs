using System.CommandLine;

namespace LoApi.Admin.Clients;

/// <summary><c>clients enable</c>: a disabled client may call again, with a new key.</summary>
internal sealed class EnableCommand : Command
{
    private readonly Argument<string> _client = new("CLIENT") { Description = "The client's id." };

    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public EnableCommand(AdminHost host, ConnectionOptions connection)
        : base("enable", "Let a disabled client call again. Its keys stay revoked: clients rotate gives it a new one.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_client);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var client = await register.FindAsync(parsed.GetRequiredValue(_client), cancellation);
        ClientRegister.Check(await register.Registry.EnableAsync(client.Id, AdminCaller.Of("clients enable"), cancellation), client.Id);
        await _host.Output.WriteLineAsync($"The client {client.Id} is active.");
        return ExitCode.Success;
    }
}
