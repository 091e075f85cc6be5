using System.CommandLine;
using System.Text.Json;
using LoApi.Clients;
using Microsoft.Extensions.Configuration;

namespace LoApi.Admin.Tokens;

/// <summary><c>token</c>: a token such as a client makes, to try things out. Needs no database.</summary>
internal sealed class TokenCommand : Command
{
    private const string KeyVariable = "LOAPI_CLIENT_KEY";
    private const string DemonstrationFile = "demo-client.json";
    private const int MinKeyBytes = 32;

    private readonly Option<string> _client = new("--client") { Description = "The client's id.", Required = true };

    private readonly Option<string?> _key = new("--key")
    {
        Description = $"Its key, base64. Other users of the machine can see it, so rather set {KeyVariable}. [default: {KeyVariable}; for demo in development, data/{DemonstrationFile}]",
    };

    private readonly Option<string?> _keyId = new("--key-id") { Description = "The key's id. [default: follows from the key]" };

    private readonly Option<string?> _user = new("--user") { Description = "The user to act for. [default: nobody]" };

    private readonly Option<string?> _location = new("--location") { Description = "The location to act for. [default: none]" };

    private readonly AdminHost _host;

    public TokenCommand(AdminHost host)
        : base("token", "Make a token that holds for five minutes and is good for one write, to try things out: curl -H \"Authorization: Bearer $(loapi-admin token …)\".")
    {
        _host = host;
        Options.Add(_client);
        Options.Add(_key);
        Options.Add(_keyId);
        Options.Add(_user);
        Options.Add(_location);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var client = parsed.GetRequiredValue(_client);
        var text = parsed.GetValue(_key) ?? _host.Settings[KeyVariable] ?? DemonstrationKey(client)
            ?? throw new CommandFailedException($"Give the client's key: --key, or the variable {KeyVariable}.");
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length) || length < MinKeyBytes)
        {
            throw new CommandFailedException($"The key is no base64 of at least {MinKeyBytes} bytes.");
        }

        key = key[..length];
        await _host.Output.WriteLineAsync(ClientToken.Sign(
            client,
            parsed.GetValue(_keyId) ?? ClientKeyId.Of(client, key),
            key,
            TimeProvider.System.GetUtcNow(),
            parsed.GetValue(_user),
            parsed.GetValue(_location)));
        return ExitCode.Success;
    }

    private string? DemonstrationKey(string client)
    {
        var folder = (_host.Settings.GetSection(MasterKeyOptions.Section).Get<MasterKeyOptions>() ?? new()).DataFolder;
        var path = Path.Combine(folder, DemonstrationFile);
        if (!File.Exists(path))
        {
            return null;
        }

        var demo = JsonElement.Parse(File.ReadAllText(path));
        return string.Equals(demo.GetProperty("client_id").GetString(), client, StringComparison.Ordinal) ? demo.GetProperty("key").GetString() : null;
    }
}
