using System.CommandLine;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Payoffs;

namespace LoApi.LoadGen.Commands;

/// <summary><c>requests</c>: writes down what <c>payoffs</c> would send, for a client that costs less.</summary>
internal sealed class RequestsCommand : Command
{
    private readonly LoadGenHost _host;
    private readonly PayoffOptions _payoffs = new();
    private readonly LoadOptions _load = new();
    private readonly CredentialOptions _credentials = new();

    private readonly Option<string> _out = new("--out")
    {
        Description = "The file: the requests as they go over the wire, each after a line with its length in bytes. Their tokens live 300 seconds.",
        Required = true,
    };

    public RequestsCommand(LoadGenHost host)
        : base("requests", "Write the requests of payoffs, signed, to a file that replay and bench/writes.lua send.")
    {
        _host = host;
        _payoffs.AddTo(this);
        Options.Add(_out);
        _load.AddTo(this);
        _credentials.AddTo(this);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _load.Client(parsed);
        var credentials = _credentials.Credentials(parsed, _host.Time);
        using var client = new ApiClient(options, credentials, _host.Time);
        var plan = await _payoffs.PlanAsync(parsed, client, options.Connections, _host.Time, cancellation);
        await PayoffRequestFile.WriteAsync(parsed.GetRequiredValue(_out), options.Url, plan, credentials, cancellation);
        return LoadGenCommand.Success;
    }
}
