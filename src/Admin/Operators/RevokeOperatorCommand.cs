using System.CommandLine;
using LoApi.Storage.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Operators;

/// <summary><c>operators revoke</c>: one key, or all of a person's.</summary>
internal sealed class RevokeOperatorCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "Whose keys." };

    private readonly Option<string?> _keyId = new("--key-id") { Description = "The key to revoke. [default: all keys of that name]" };

    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public RevokeOperatorCommand(AdminHost host, ConnectionOptions connection)
        : base("revoke", "Revoke an operator's key, or all of them. Sessions that were opened with it end within 15 seconds.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_name);
        Options.Add(_keyId);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(_name).Trim();
        var keyId = parsed.GetValue(_keyId);
        await using var storage = _connection.OpenStorage(parsed);
        var operators = storage.GetRequiredService<OperatorRepository>();
        var keys = (await operators.ListAsync(cancellation))
            .Where(key => string.Equals(key.Name, name, StringComparison.Ordinal) && key.RevokedAt is null && (keyId is null || string.Equals(key.KeyId, keyId, StringComparison.Ordinal)))
            .ToArray();
        if (keys.Length == 0)
        {
            throw new CommandFailedException($"{name} has no {(keyId is null ? "key" : $"key {keyId}")} that could be revoked. loapi-admin operators list shows those that there are.");
        }

        foreach (var key in keys)
        {
            await operators.RevokeAsync(key.KeyId, AdminCaller.Of("operators revoke"), cancellation);
            await _host.Output.WriteLineAsync($"Revoked the key {key.KeyId} of {name}.");
        }

        return ExitCode.Success;
    }
}
