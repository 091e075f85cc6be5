using System.CommandLine;
using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;
using LoApi.LoadGen.Reporting;
using LoApi.LoadGen.Wire;

namespace LoApi.LoadGen.Commands;

/// <summary><c>replay</c>: sends what <c>requests</c> wrote down by schedule, at a fraction of what <c>payoffs --rate</c> costs.</summary>
internal sealed class ReplayCommand : Command
{
    private const int DefaultConnections = 64;

    private readonly LoadGenHost _host;
    private readonly LoadOptions _load = LoadOptions.BySchedule(DefaultConnections);

    private readonly Option<string> _requests = new("--requests")
    {
        Description = "The file that requests wrote. Each request is sent once, in order, as it stands there; tokens in it live 300 seconds.",
        Required = true,
    };

    private readonly Option<int> _warmUp = new("--warm-up")
    {
        Description = "So many of the requests are sent before the run, by the same load, and count for nothing: both sides compile what they run.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<int?> _expectStatus = new("--expect-status")
    {
        Description = "Exit with 1 unless every request was answered so, as in 201.",
    };

    public ReplayCommand(LoadGenHost host)
        : base("replay", "Send the requests of a file by schedule, over plain HTTP.")
    {
        _host = host;
        foreach (var option in (Option[])[_requests, _warmUp, _expectStatus])
        {
            Options.Add(option);
        }

        _load.AddTo(this);
        Bounds.Within(_warmUp, 0, 100_000_000);
        Bounds.Within(_expectStatus, 200, 499);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _load.Client(parsed);
        if (options.Url.Scheme != Uri.UriSchemeHttp)
        {
            throw new RunImpossibleException("replay sends over plain HTTP only: --url must begin with http://.");
        }

        var path = parsed.GetRequiredValue(_requests);
        using var file = RequestFile.Open(path);
        var warmUp = parsed.GetValue(_warmUp);
        if (file.Count <= warmUp)
        {
            throw new RunImpossibleException($"{path}: has {file.Count} requests, and --warm-up takes them all.");
        }

        using var connections = new ConnectionPool(options.Url, options.Connections, options.Timeout, _host.Time);
        await connections.OpenAsync(cancellation);
        var requests = new RecordedRequests(file, connections);
        await _load.Load(parsed, RunExtent.Of(warmUp), _host.Time).RunAsync(SendAsync, new RunRecorder(), cancellation);

        var run = new Run(_host)
        {
            Command = Name,
            Client = options,
            Rate = _load.Rate(parsed),
            Json = _load.Json(parsed),
            Expectation = parsed.GetValue(_expectStatus) is { } status ? Expectation.OfStatus(status) : null,
        };
        return await run.ExecuteAsync(
            _load.Load(parsed, RunExtent.Of(file.Count - warmUp), _host.Time),
            SendAsync,
            file.Count - warmUp,
            summary => summary,
            cancellation);

        Task<Outcome> SendAsync(long index, CancellationToken stop) => requests.SendNextAsync(stop);
    }
}
