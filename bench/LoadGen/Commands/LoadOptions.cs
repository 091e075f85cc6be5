using System.CommandLine;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Load;

namespace LoApi.LoadGen.Commands;

/// <summary>The options that every kind of load has, and what they amount to.</summary>
internal sealed class LoadOptions
{
    private const int DefaultConnections = 16;
    private const int DefaultMaxInFlight = 256;

    private static readonly Uri DefaultUrl = new("http://127.0.0.1:5000");

    private readonly Option<Uri> _url = new("--url")
    {
        Description = "The service's root.",
        DefaultValueFactory = _ => DefaultUrl,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            result.AddError("--url must be absolute, as in http://127.0.0.1:5000.");
            return DefaultUrl;
        },
    };

    private readonly Option<double?> _rate = new("--rate")
    {
        Description = "Open loop: so many requests a second, by schedule; latency counts from the scheduled time. Without it, "
            + "a closed loop: each connection sends when its last request has ended.",
    };

    private readonly Option<int?> _connections = new("--connections")
    {
        Description = $"Connections at most. [default: {DefaultConnections}; with --rate, --max-in-flight]",
    };

    private readonly Option<int> _maxInFlight = new("--max-in-flight")
    {
        Description = "With --rate: requests without an answer at most; what comes due beyond is counted as unsent.",
        DefaultValueFactory = _ => DefaultMaxInFlight,
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Seconds to wait for an answer.",
        DefaultValueFactory = _ => 30,
    };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "How often a request is sent again, with the same key, when it is told to come back later (503 with Retry-After).",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one JSON object and nothing else.",
    };

    public LoadOptions()
    {
        Bounds.Within(_rate, 0.001, 1_000_000);
        Bounds.Within(_connections, 1, 10_000);
        Bounds.Within(_maxInFlight, 1, 100_000);
        Bounds.Within(_timeout, 0.001, 3_600);
        Bounds.Within(_retries, 0, 100);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_url, _rate, _connections, _maxInFlight, _timeout, _retries, _json])
        {
            command.Options.Add(option);
        }
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public double? Rate(ParseResult parsed) => parsed.GetValue(_rate);

    public ApiClientOptions Client(ParseResult parsed) => new()
    {
        Url = parsed.GetRequiredValue(_url),
        Connections = parsed.GetValue(_connections)
            ?? (Rate(parsed) is null ? DefaultConnections : parsed.GetValue(_maxInFlight)),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        Retries = parsed.GetValue(_retries),
    };

    public ILoad Load(ParseResult parsed, RunExtent extent, TimeProvider time) => Rate(parsed) is { } rate
        ? new OpenLoop(rate, parsed.GetValue(_maxInFlight), extent, time)
        : new ClosedLoop(Client(parsed).Connections, extent, time);
}
