using System.CommandLine;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Commands;

/// <summary>Who calls: a client with its key, or whoever the headers of development say.</summary>
internal sealed class CredentialOptions
{
    private const string KeyVariable = "LOAPI_CLIENT_KEY";
    private const int MinKeyBytes = 32;

    private readonly Option<string?> _client = new("--client")
    {
        Description = "The client's id. [default: none; user and location go in the headers of development, for a service without authentication]",
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = $"The client's key, base64. Other users of the machine can see it, so rather set {KeyVariable}. [default: {KeyVariable}]",
    };

    private readonly Option<string?> _keyId = new("--key-id") { Description = "The key's id; needed with --client." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_client, _key, _keyId])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="RunImpossibleException">A client is named without a key, or without the key's id.</exception>
    public ICallerCredentials Credentials(ParseResult parsed, TimeProvider time)
    {
        if (parsed.GetValue(_client) is not { } client)
        {
            return new DevelopmentHeaders();
        }

        var text = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable(KeyVariable) ?? "";
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length) || length < MinKeyBytes)
        {
            throw new RunImpossibleException($"--client needs its key: --key, or the variable {KeyVariable}, base64 of at least {MinKeyBytes} bytes.");
        }

        return new SignedTokens(
            client,
            parsed.GetValue(_keyId) ?? throw new RunImpossibleException("--client needs --key-id, the id of its key."),
            key[..length],
            time);
    }
}
