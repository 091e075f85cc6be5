using LoApi.Silo;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>Lets a front end that starts wait for a first silo, up to <see cref="ClusterClientOptions.ConnectTimeout"/>.</summary>
internal sealed class ClusterPatience(
    IOptions<ClusterClientOptions> client, IOptions<ClusterSettings> cluster, TimeProvider time, ILogger<ClusterPatience> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long? _startedAt;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        _startedAt ??= time.GetTimestamp();
        if (time.GetElapsedTime(_startedAt.Value) >= client.Value.ConnectTimeout)
        {
            throw new NotReadyException($"No silo of the cluster {cluster.Value.ClusterId} answered within Cluster:ConnectTimeout ({client.Value.ConnectTimeout}): {exception.Message}", exception);
        }

        Log.WaitingForCluster(logger, cluster.Value.ClusterId, exception.Message);
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }
}
