using System.CommandLine;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Commands;

/// <summary><c>get</c>: reads one path for some time.</summary>
internal sealed class GetCommand : Command
{
    private readonly LoadGenHost _host;
    private readonly LoadOptions _load = new();
    private readonly CredentialOptions _credentials = new();

    private readonly Option<string> _path = new("--path")
    {
        Description = "Path and query, such as /api/v1/countries.",
        Required = true,
    };

    private readonly Option<double> _duration = new("--duration")
    {
        Description = "Seconds in which requests are begun.",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<double> _warmUp = new("--warm-up")
    {
        Description = "Seconds of the same load before it, which count for nothing: both sides compile what they run.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<double> _rest = new("--rest")
    {
        Description = "Seconds of nothing between the warm-up and the run: a limit that the warm-up used wins back its burst.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string?> _user = new("--user-id") { Description = "The user on whose behalf." };

    private readonly Option<string?> _location = new("--location-id") { Description = "The user's location." };

    public GetCommand(LoadGenHost host)
        : base("get", "Read one path again and again.")
    {
        _host = host;
        foreach (var option in (Option[])[_path, _duration, _warmUp, _rest, _user, _location])
        {
            Options.Add(option);
        }

        _load.AddTo(this);
        _credentials.AddTo(this);
        Bounds.Within(_duration, 0.001, 86_400);
        Bounds.Within(_warmUp, 0, 3_600);
        Bounds.Within(_rest, 0, 3_600);
        _path.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not ['/', ..])
            {
                result.AddError("--path must begin with a slash.");
            }
        });
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_path);
        var acting = new ActingFor(parsed.GetValue(_user), parsed.GetValue(_location));
        var extent = RunExtent.For(TimeSpan.FromSeconds(parsed.GetValue(_duration)));
        var rate = _load.Rate(parsed);
        var options = _load.Client(parsed);
        using var client = new ApiClient(options, _credentials.Credentials(parsed, _host.Time), _host.Time);

        if (parsed.GetValue(_warmUp) is > 0 and var seconds)
        {
            await _load.Load(parsed, RunExtent.For(TimeSpan.FromSeconds(seconds)), _host.Time)
                .RunAsync(ReadAsync, new RunRecorder(), cancellation);
            await Task.Delay(TimeSpan.FromSeconds(parsed.GetValue(_rest)), _host.Time, cancellation);
        }

        var run = new Run(_host) { Command = Name, Client = options, Rate = rate, Json = _load.Json(parsed) };
        return await run.ExecuteAsync(
            _load.Load(parsed, extent, _host.Time),
            ReadAsync,
            rate is { } perSecond ? extent.RequestsAt(perSecond) : null,
            summary => summary,
            cancellation);

        async Task<Outcome> ReadAsync(long index, CancellationToken stop) =>
            OutcomeOf(await client.GetAsync(path, acting, readBody: null, stop));
    }

    private static Outcome OutcomeOf(Answer answer) => answer switch
    {
        { Status: 0 } => new Outcome(OutcomeKind.Transport, answer.Reason, answer.Retries),
        { IsSuccess: true } => new Outcome(OutcomeKind.Ok, "", answer.Retries),
        { Status: >= 400 and < 500 } => new Outcome(OutcomeKind.Refused, answer.Reason, answer.Retries),
        _ => new Outcome(OutcomeKind.Failed, answer.Reason, answer.Retries),
    };
}
