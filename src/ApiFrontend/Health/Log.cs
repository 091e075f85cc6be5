namespace LoApi.ApiFrontend.Health;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The readiness probe failed")]
    public static partial void ProbeFailed(ILogger logger, Exception exception);
}
