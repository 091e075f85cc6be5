using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>What <c>http.server.request.duration</c> tells: counts by status, code, client and route, and durations. What operators and probes ask is left out.</summary>
internal sealed class RequestCounts
{
    private const int MaxNames = 200;

    private readonly WindowedCounts _codes = new(MaxNames);
    private readonly WindowedCounts _clients = new(MaxNames);
    private readonly WindowedCounts _refused = new(MaxNames);
    private readonly WindowedCounts _failed = new(MaxNames);
    private readonly WindowedCounts _routes = new(MaxNames);
    private readonly WindowedCounts _failedRoutes = new(MaxNames);
    private long _total;
    private long _clientErrors;
    private long _serverErrors;

    public Latencies Latencies { get; } = new();

    public (long Total, long ClientErrors, long ServerErrors) Totals =>
        (Interlocked.Read(ref _total), Interlocked.Read(ref _clientErrors), Interlocked.Read(ref _serverErrors));

    /// <summary>Counts one; called with each request, from any thread.</summary>
    public void Record(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var status = 0;
        string? route = null, client = null, code = null;
        foreach (var (name, value) in tags)
        {
            switch (name)
            {
                case "http.response.status_code":
                    status = value is int number ? number : 0;
                    break;
                case "http.route":
                    route = value as string;
                    break;
                case "loapi.client.id":
                    client = value as string;
                    break;
                case "loapi.problem.code":
                    code = value as string;
                    break;
            }
        }

        if (route is not null && IsOfOperators(route))
        {
            return;
        }

        Interlocked.Increment(ref _total);
        Latencies.Record(seconds);
        _routes.Add(route ?? "(none)");
        if (client is not null)
        {
            _clients.Add(client);
        }

        if (status >= 400)
        {
            CountError(status, route, client, code);
        }
    }

    /// <summary>The counts by name, of the last five minutes and of the last hour.</summary>
    public IEnumerable<Figure> Figures(long minute)
    {
        (string Name, WindowedCounts Counts)[] all =
        [
            ("code", _codes), ("client.requests", _clients), ("client.refused", _refused), ("client.failed", _failed), ("route.requests", _routes), ("route.failed", _failedRoutes),
        ];
        foreach (var (name, counts) in all)
        {
            counts.Note(minute);
            foreach (var (window, minutes) in (IEnumerable<(string, int)>)[("5m", 5), ("1h", 60)])
            {
                foreach (var (label, count) in counts.Since(minute, minutes))
                {
                    yield return new($"{name}.{window}", label, count, FigureMerge.Sum);
                }
            }
        }
    }

    private void CountError(int status, string? route, string? client, string? code)
    {
        _codes.Add(code ?? $"http_{status}");
        if (status < 500)
        {
            Interlocked.Increment(ref _clientErrors);
            if (status == 429 && client is not null)
            {
                _refused.Add(client);
            }

            return;
        }

        Interlocked.Increment(ref _serverErrors);
        _failedRoutes.Add(route ?? "(none)");
        if (client is not null)
        {
            _failed.Add(client);
        }
    }

    private static bool IsOfOperators(string route)
    {
        var path = route.AsSpan().TrimStart('/');
        return path.StartsWith("ops") || path.StartsWith("health");
    }
}
