using System.CommandLine;
using System.Globalization;
using LoApi.Operators;
using LoApi.Storage.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Operators;

/// <summary><c>operators list</c>.</summary>
internal sealed class ListOperatorsCommand : Command
{
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public ListOperatorsCommand(AdminHost host, ConnectionOptions connection)
        : base("list", "List the operators' keys, also those that are good no more.")
    {
        _host = host;
        _connection = connection;
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = _connection.OpenStorage(parsed);
        var keys = await storage.GetRequiredService<OperatorRepository>().ListAsync(cancellation);
        if (keys.Count == 0)
        {
            await _host.Output.WriteLineAsync("There are no operators. loapi-admin operators add adds one.");
        }

        var now = storage.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var key in keys)
        {
            await _host.Output.WriteLineAsync($"{key.Name}  {key.KeyId}  {State(key, now)}, made {Text(key.CreatedAt)}");
        }

        return ExitCode.Success;
    }

    private static string State(OperatorKey key, DateTimeOffset now) => key switch
    {
        { RevokedAt: { } at } => $"revoked {Text(at)}",
        { ExpiresAt: { } at } => $"{(at <= now ? "expired" : "good until")} {Text(at)}",
        _ => "good",
    };

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
