using LoApi.Health;

namespace LoApi.ApiFrontend.Health;

/// <summary>
/// Whether this process can do its work: its grains answer and reach the database. Probes that come while one is under
/// way, or within a second of it, share its answer, so that probing costs the database next to nothing.
/// </summary>
internal sealed class ReadinessProbe(IGrainFactory grains, TimeProvider clock, ILogger<ReadinessProbe> logger)
{
    public const string Healthy = "healthy";
    public const string Unhealthy = "unhealthy";

    private static readonly TimeSpan SharedFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task<HealthCheck>? _running;
    private long _startedAt;
    private HealthCheck? _last;

    public Task<HealthCheck> CheckAsync()
    {
        lock (_lock)
        {
            if (_running is null || (_running.IsCompleted && clock.GetElapsedTime(_startedAt) >= SharedFor))
            {
                _startedAt = clock.GetTimestamp();
                _running = RunAsync(_startedAt);
            }

            return _running;
        }
    }

    private async Task<HealthCheck> RunAsync(long startedAt)
    {
        var (status, detail) = await IsReachableAsync() switch
        {
            true => (Healthy, "A grain answered and reached the database."),
            false => (Unhealthy, "A grain answered and did not reach the database."),
            null => (Unhealthy, "No grain answered in time: the log says why."),
        };
        var since = _last is { } last && last.Status == status ? last.Since : clock.GetUtcNow();
        var check = new HealthCheck("database", status, since, clock.GetElapsedTime(startedAt).TotalMilliseconds) { Detail = detail };
        _last = check;
        return check;
    }

    /// <summary>Null where no grain answers.</summary>
    private async Task<bool?> IsReachableAsync()
    {
        try
        {
            return await grains.GetGrain<IStorageHealthGrain>(0).IsReachableAsync().WaitAsync(Timeout, clock);
        }
        catch (Exception exception)
        {
            Log.ProbeFailed(logger, exception); // Whatever it was, the process is not ready.
            return null;
        }
    }
}
