using System.CommandLine;
using LoApi.Clients;
using LoApi.Limits;

namespace LoApi.Admin.Clients;

/// <summary><c>clients add</c>: a new client with its first key.</summary>
internal sealed class AddClientCommand : Command
{
    private const int MaxNameLength = 100;

    private readonly Argument<string> _name = new("NAME") { Description = "What the client is called; its id is made of it: lower case, with - for what is neither letter nor digit." };

    private readonly Option<string> _scopes = new("--scopes") { Description = $"What it may do, separated by commas: {string.Join(", ", ClientScope.All)}.", Required = true };

    private readonly Option<string?> _audience = new("--oidc-audience") { Description = "The aud or azp of the ID tokens that it forwards: its registration with the identity provider." };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object: client_id, key_id, key." };

    private readonly LimitOptions _limits = new();
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public AddClientCommand(AdminHost host, ConnectionOptions connection)
        : base("add", $"Add a client and show its first key, this once. Unless told otherwise it may make {RateLimit.Default.Rate} requests per second and {RateLimit.Default.Burst} at once.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_name);
        Options.Add(_scopes);
        _limits.AddTo(this);
        Options.Add(_audience);
        Options.Add(_json);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(_name).Trim();
        var id = IdOf(name);
        var scopes = ScopesOf(parsed.GetRequiredValue(_scopes));
        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var key = NewClientKey.Make(id, register.Cipher());
        var client = new Client
        {
            Id = id,
            Name = name,
            Status = ClientStatus.Active,
            Scopes = [.. scopes],
            RatePerSecond = _limits.Rate(parsed) ?? RateLimit.Default.Rate,
            Burst = _limits.Burst(parsed) ?? RateLimit.Default.Burst,
            DailyQuota = _limits.Daily(parsed),
            OidcAudience = parsed.GetValue(_audience),
            Keys = [key.Stored],
            Version = 1,
        };
        if (!await register.Registry.AddAsync(client, AdminCaller.Of("clients add"), cancellation))
        {
            throw new CommandFailedException($"There is a client {id} already. loapi-admin clients rotate {id} gives it another key.");
        }

        await NewKeyOutput.WriteAsync(_host.Output, id, key, parsed.GetValue(_json));
        return ExitCode.Success;
    }

    private static string IdOf(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words);
        return name.Length > MaxNameLength || name.Any(char.IsControl) || !ClientId.IsWellFormed(id)
            ? throw new CommandFailedException($"No id can be made of this name: it needs a letter or a digit, and an id has at most {ClientId.MaxLength} characters.")
            : ClientId.IsReserved(id) ? throw new CommandFailedException($"No client may be called {id}.") : id;
    }

    private static IEnumerable<string> ScopesOf(string text)
    {
        var scopes = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal).ToList();
        var unknown = scopes.Where(scope => !ClientScope.All.Contains(scope, StringComparer.Ordinal)).ToList();
        return unknown.Count > 0 ? throw new CommandFailedException($"There is no scope {string.Join(", ", unknown)}. There are: {string.Join(", ", ClientScope.All)}.")
            : scopes.Count == 0 ? throw new CommandFailedException("A client needs a scope.")
            : scopes;
    }
}
