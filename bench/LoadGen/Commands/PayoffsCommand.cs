using System.CommandLine;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;
using LoApi.LoadGen.Payoffs;
using LoApi.LoadGen.Reporting;

namespace LoApi.LoadGen.Commands;

/// <summary><c>payoffs</c>: one 7(a) payoff per loan of a file.</summary>
internal sealed class PayoffsCommand : Command
{
    private readonly LoadGenHost _host;
    private readonly PayoffOptions _payoffs = new();
    private readonly LoadOptions _load = new();
    private readonly CredentialOptions _credentials = new();

    private readonly Option<string?> _expect = new("--expect")
    {
        Description = "Exit with 1 unless every loan ended so: created, replayed, or the code of a refusal such as payoff_open.",
    };

    private readonly Option<int> _warmUp = new("--warm-up")
    {
        Description = "So many of the loans are sent before the run, by the same load, and count for nothing: both sides compile what they run.",
        DefaultValueFactory = _ => 0,
    };

    public PayoffsCommand(LoadGenHost host)
        : base("payoffs", "Create one 7(a) payoff per loan of a CSV file.")
    {
        _host = host;
        _payoffs.AddTo(this);
        Options.Add(_expect);
        Options.Add(_warmUp);
        Bounds.Within(_warmUp, 0, 1_000_000);
        _load.AddTo(this);
        _credentials.AddTo(this);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _load.Client(parsed);
        using var client = new ApiClient(options, _credentials.Credentials(parsed, _host.Time), _host.Time);
        var plan = await _payoffs.PlanAsync(parsed, client, options.Connections, _host.Time, cancellation);

        var requests = new PayoffRequests(client, plan);
        var warmUp = Math.Min(parsed.GetValue(_warmUp), plan.Loans.Count);
        await _load.Load(parsed, RunExtent.Of(warmUp), _host.Time).RunAsync(requests.SendAsync, new RunRecorder(), cancellation);

        var run = new Run(_host)
        {
            Command = Name,
            Client = options,
            Rate = _load.Rate(parsed),
            Json = _load.Json(parsed),
            Expectation = parsed.GetValue(_expect) is { } ending ? new Expectation(ending) : null,
        };
        return await run.ExecuteAsync(
            _load.Load(parsed, RunExtent.Of(plan.Loans.Count - warmUp), _host.Time),
            (index, stop) => requests.SendAsync(warmUp + index, stop),
            plan.Loans.Count - warmUp,
            summary => summary with
            {
                Banks = plan.Locations.Banks,
                Locations = plan.Locations.Locations,
                KeySeed = plan.KeySeed,
                PayoffDate = plan.PayoffDate,
            },
            cancellation);
    }
}
