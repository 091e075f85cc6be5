using LoApi.ApiFrontend.Health;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>How many silos this front end is connected to, as Orleans tells.</summary>
internal sealed class ClusterConnection(TimeProvider time, ILogger<ClusterConnection> logger) : IClusterConnectionStatusObserver, IReadinessCheck
{
    private volatile HealthCheck? _last;

    public HealthCheck? Check()
    {
        return _last ?? Found(ReadinessProbe.Healthy);
    }

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        if (connectionRecovered)
        {
            Log.ClusterBack(logger);
            _last = Found(ReadinessProbe.Healthy);
        }
    }

    public void NotifyClusterConnectionLost()
    {
        Log.ClusterLost(logger);
        _last = Found(ReadinessProbe.Unhealthy);
    }

    private HealthCheck Found(string status) => new("cluster", status, time.GetUtcNow(), DurationMs: 0)
    {
        Detail = status == ReadinessProbe.Healthy ? "Silos are connected." : "No silo is connected.",
    };
}
