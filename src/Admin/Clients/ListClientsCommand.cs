using System.CommandLine;
using System.Globalization;
using LoApi.Clients;
using LoApi.Json;

namespace LoApi.Admin.Clients;

/// <summary><c>clients list</c>: every client, its keys by their ids.</summary>
internal sealed class ListClientsCommand : Command
{
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public ListClientsCommand(AdminHost host, ConnectionOptions connection)
        : base("list", "List the clients, what they may do, and the ids of the keys that hold.")
    {
        _host = host;
        _connection = connection;
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var clients = await register.Clients.ListAsync(cancellation);
        if (clients.Count == 0)
        {
            await _host.Output.WriteLineAsync("There are no clients. loapi-admin clients add adds one.");
        }

        foreach (var client in clients)
        {
            await _host.Output.WriteLineAsync(client.Fault is { } fault
                ? $"{client.Id}  counts as disabled: {fault}"
                : $"{client.Id}  {Code<ClientStatus>.Of(client.Status)}  {LimitsCommand.Describe(client)}");
            await _host.Output.WriteLineAsync($"  scopes  {string.Join(", ", client.Scopes)}");
            foreach (var key in client.Keys)
            {
                await _host.Output.WriteLineAsync($"  key     {key.KeyId}{Time(", holds from", key.NotBefore)}{Time(", ends", key.RevokedAt)}");
            }
        }

        return ExitCode.Success;
    }

    private static string Time(string what, DateTimeOffset? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{what} {known.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}") : "";
}
