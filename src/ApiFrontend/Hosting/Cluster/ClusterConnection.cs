using LoApi.ApiFrontend.Health;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>How many silos this front end is connected to, as Orleans tells.</summary>
internal sealed class ClusterConnection(TimeProvider time, ILogger<ClusterConnection> logger) : IClusterConnectionStatusObserver, IReadinessCheck
{
    private volatile HealthCheck? _last;

    public HealthCheck? Check()
    {
        return _last ?? new("cluster", ReadinessProbe.Healthy, time.GetUtcNow(), DurationMs: 0);
    }

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        if (connectionRecovered)
        {
            Log.ClusterBack(logger);
            _last = new("cluster", ReadinessProbe.Healthy, time.GetUtcNow(), DurationMs: 0);
        }
    }

    public void NotifyClusterConnectionLost()
    {
        Log.ClusterLost(logger);
        _last = new("cluster", ReadinessProbe.Unhealthy, time.GetUtcNow(), DurationMs: 0);
    }
}
