using Microsoft.Extensions.Logging;

namespace LoApi.Grains.Clients;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "What client {ClientId} has left of its limit could not be kept: it will start with an empty burst")]
    public static partial void UsageLost(ILogger logger, Exception exception, string clientId);
}
