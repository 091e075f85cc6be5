namespace LoApi.ApiFrontend.Hosting;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "No silo of the cluster {ClusterId} answers yet: {Reason}")]
    public static partial void WaitingForCluster(ILogger logger, string clusterId, string reason);

    [LoggerMessage(2, LogLevel.Error, "The last connection to a silo was lost; requests are answered 503 until one is back")]
    public static partial void ClusterLost(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "The cluster is back")]
    public static partial void ClusterBack(ILogger logger);
}
