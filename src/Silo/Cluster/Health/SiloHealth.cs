using LoApi.Storage.Health;
using Microsoft.Extensions.Hosting;

namespace LoApi.Silo.Health;

/// <summary>
/// How the silo stands, from what this process knows by itself: its own entry in the membership, its own connection to the
/// database, and whether it was told to stop. No grain is called, so that a slow cluster never makes silos fall out of it.
/// Probes that come while the database is asked, or within a second of it, share the answer.
/// </summary>
internal sealed class SiloHealth(ISiloStatusOracle membership, StorageHealth storage, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan SharedFor = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<bool>? _asking;
    private long _askedAt;

    /// <summary>Whether the process answers; whoever reads this has been answered.</summary>
    public static SiloHealthReport Live() => SiloHealthReport.Of();

    /// <summary>Whether the silo has joined its cluster.</summary>
    public SiloHealthReport Startup() => SiloHealthReport.Of(Membership());

    /// <summary>Whether the silo is a member in good standing that reaches its database and was not told to stop.</summary>
    public async Task<SiloHealthReport> ReadyAsync()
    {
        var stopping = lifetime.ApplicationStopping.IsCancellationRequested;
        return SiloHealthReport.Of(
            Membership(),
            Check("database", await AskStorageAsync(), "reachable", "does not answer"),
            Check("shutdown", !stopping, "not asked for", "under way"));
    }

    private static SiloHealthCheck Check(string name, bool healthy, string good, string bad) =>
        new(name, healthy ? SiloHealthReport.Healthy : SiloHealthReport.Unhealthy, healthy ? good : bad);

    private SiloHealthCheck Membership()
    {
        var status = membership.CurrentStatus;
        return Check("membership", status == SiloStatus.Active, $"{status}", $"{status}");
    }

    private Task<bool> AskStorageAsync()
    {
        lock (_lock)
        {
            if (_asking is null || (_asking.IsCompleted && time.GetElapsedTime(_askedAt) >= SharedFor))
            {
                _askedAt = time.GetTimestamp();
                _asking = storage.IsReachableAsync();
            }

            return _asking;
        }
    }
}
