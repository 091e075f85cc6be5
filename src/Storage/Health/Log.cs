using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Health;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The database did not answer a health check")]
    public static partial void Unreachable(ILogger logger, Exception exception);
}
