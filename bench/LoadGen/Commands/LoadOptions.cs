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

    private readonly Option<int?> _connections = new("--connections");

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

    /// <summary>Null where the closed loop is another choice.</summary>
    private readonly int? _connectionsBySchedule;

    public LoadOptions()
        : this(connectionsBySchedule: null)
    {
    }

    private LoadOptions(int? connectionsBySchedule)
    {
        _connectionsBySchedule = connectionsBySchedule;
        _connections.Description = connectionsBySchedule is null
            ? $"Connections at most. [default: {DefaultConnections}; with --rate, --max-in-flight]"
            : $"Connections, all opened before the run. [default: {connectionsBySchedule}]";
        Bounds.Within(_rate, 0.001, 1_000_000);
        Bounds.Within(_connections, 1, 10_000);
        Bounds.Within(_maxInFlight, 1, 100_000);
        Bounds.Within(_timeout, 0.001, 3_600);
        Bounds.Within(_retries, 0, 100);
    }

    /// <summary>For a load that is always an open loop and sends nothing again: <c>--rate</c> is required, and there is no
    /// <c>--retries</c>.</summary>
    /// <param name="connections">The default of <c>--connections</c>.</param>
    public static LoadOptions BySchedule(int connections) => new(connections)
    {
        _rate =
        {
            Required = true,
            Description = "So many requests a second, by schedule; latency counts from the scheduled time.",
        },
        _maxInFlight = { Description = "Requests without an answer at most; what comes due beyond is counted as unsent." },
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_url, _rate, _connections, _maxInFlight, _timeout, _json])
        {
            command.Options.Add(option);
        }

        if (_connectionsBySchedule is null)
        {
            command.Options.Add(_retries);
        }
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public double? Rate(ParseResult parsed) => parsed.GetValue(_rate);

    public ApiClientOptions Client(ParseResult parsed) => new()
    {
        Url = parsed.GetRequiredValue(_url),
        Connections = parsed.GetValue(_connections)
            ?? _connectionsBySchedule
            ?? (Rate(parsed) is null ? DefaultConnections : parsed.GetValue(_maxInFlight)),
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        Retries = _connectionsBySchedule is null ? parsed.GetValue(_retries) : 0,
    };

    public ILoad Load(ParseResult parsed, RunExtent extent, TimeProvider time) => Rate(parsed) is { } rate
        ? new OpenLoop(rate, parsed.GetValue(_maxInFlight), extent, time)
        : new ClosedLoop(Client(parsed).Connections, extent, time);
}
