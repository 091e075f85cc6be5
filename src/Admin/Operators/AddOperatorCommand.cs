using System.CommandLine;
using System.Text.Json;
using LoApi.Operators;
using LoApi.Storage.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Operators;

/// <summary><c>operators add</c>: a key for somebody, shown once.</summary>
internal sealed class AddOperatorCommand : Command
{
    private const int MaxDays = 3_650;

    private readonly Argument<string> _name = new("NAME") { Description = "Whose the key is, such as ada.amberfield; one person may have several." };

    private readonly Option<int?> _days = new("--days") { Description = "How many days it is good, 1 to 3650. [default: until it is revoked]" };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object: name, key_id, key." };

    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public AddOperatorCommand(AdminHost host, ConnectionOptions connection)
        : base("add", "Make a key for an operator and show it, this once.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_name);
        Options.Add(_days);
        Options.Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(_name).Trim();
        if (name.Length is 0 or > OperatorKey.MaxNameLength || name.Any(char.IsControl))
        {
            throw new CommandFailedException($"A name has one to {OperatorKey.MaxNameLength} characters.");
        }

        var days = parsed.GetValue(_days);
        if (days is < 1 or > MaxDays)
        {
            throw new CommandFailedException($"--days lies between 1 and {MaxDays}.");
        }

        await using var storage = _connection.OpenStorage(parsed);
        var (secret, text) = OperatorSecret.Make();
        DateTimeOffset? end = days is { } known ? storage.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(known) : null;
        var key = await storage.GetRequiredService<OperatorRepository>().AddAsync(secret, name, end, AdminCaller.Of("operators add"), cancellation);
        await _host.Output.WriteLineAsync(parsed.GetValue(_json) ? Json(key, text) : $"""
            name    {key.Name}
            key id  {key.KeyId}
            key     {text}

            The key is shown this once and cannot be read again. It opens /ops, for whoever has it.
            """.ReplaceLineEndings(_host.Output.NewLine));
        return ExitCode.Success;
    }

    private static string Json(OperatorKey key, string text) => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = key.Name,
        ["key_id"] = key.KeyId,
        ["key"] = text,
    });
}
