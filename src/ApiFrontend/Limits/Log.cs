namespace LoApi.ApiFrontend.Limits;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A client's grain leased no tokens")]
    public static partial void LeaseFailed(ILogger logger, Exception exception);
}
