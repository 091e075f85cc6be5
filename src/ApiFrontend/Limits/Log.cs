namespace LoApi.ApiFrontend.Limits;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The grain of client {ClientId} leased no tokens")]
    public static partial void LeaseFailed(ILogger logger, Exception exception, string clientId);
}
