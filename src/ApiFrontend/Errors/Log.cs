namespace LoApi.ApiFrontend.Errors;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void Failed(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(2, LogLevel.Error, "Request {RequestId} failed after its answer had begun; the connection was closed")]
    public static partial void FailedAfterStart(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} met a database that does not answer")]
    public static partial void DatabaseUnavailable(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "Request {RequestId} was turned away: {Reason}")]
    public static partial void Overloaded(ILogger logger, string reason, string requestId);

    [LoggerMessage(5, LogLevel.Error, "Request {RequestId} wrote, and whether that took effect is not known")]
    public static partial void OutcomeUnknown(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(6, LogLevel.Warning, "Request {RequestId} did not reach its grain: {Reason}")]
    public static partial void ClusterUnavailable(ILogger logger, string reason, string requestId);
}
