namespace LoApi.ApiFrontend.Requests;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 1,
        Message = "{Method} {Route} {Status} in {ElapsedMs:0.0} ms for {ClientId}, request {RequestId} "
            + "(user {UserId}, location {LocationId}, trace {TraceId}, {Bytes} bytes, limit {Limit}, {LimitRemaining} left, 1 of {OneOf})")]
    public static partial void Answered(
        ILogger logger,
        LogLevel level,
        string method,
        string route,
        int status,
        double elapsedMs,
        string clientId,
        string requestId,
        string? userId,
        string? locationId,
        string? traceId,
        long? bytes,
        string limit,
        int? limitRemaining,
        int oneOf);
}
