using LoApi.ApiFrontend.Health;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>Whether this front end is connected to any silo, and since when, as Orleans tells.</summary>
internal sealed class ClusterConnection(TimeProvider time, ILogger<ClusterConnection> logger) : IClusterConnectionStatusObserver, IReadinessCheck
{
    private readonly Lock _lock = new();
    private int _gateways;
    private bool _wasConnected;

    // It waits for a first silo before it listens; until then it is not ready.
    private HealthCheck _last = Found(ReadinessProbe.Unhealthy, time.GetUtcNow());

    public HealthCheck Check()
    {
        lock (_lock)
        {
            return _last;
        }
    }

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        lock (_lock)
        {
            // Connections that come and go at the same time are told of in any order: the differences add up all the same.
            _gateways += currentNumberOfGateways - previousNumberOfGateways;
            var status = _gateways > 0 ? ReadinessProbe.Healthy : ReadinessProbe.Unhealthy;
            if (_last.Status != status)
            {
                _last = Found(status, time.GetUtcNow());
                Tell(status);
            }
        }
    }

    public void NotifyClusterConnectionLost()
    {
        // The change of their number says so too.
    }

    private void Tell(string status)
    {
        if (status == ReadinessProbe.Unhealthy)
        {
            Log.ClusterLost(logger);
        }
        else if (_wasConnected)
        {
            Log.ClusterBack(logger);
        }

        _wasConnected = true;
    }

    private static HealthCheck Found(string status, DateTimeOffset since) => new("cluster", status, since, DurationMs: 0)
    {
        Detail = status == ReadinessProbe.Healthy ? "Silos are connected." : "No silo is connected.",
    };
}
