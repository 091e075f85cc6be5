namespace LoApi.ApiFrontend.Requests;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} in {ElapsedMs:0.0} ms for {ClientId}, request {RequestId}")]
    public static partial void Answered(
        ILogger logger, string method, string route, int status, double elapsedMs, string clientId, string requestId);
}
