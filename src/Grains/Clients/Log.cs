using Microsoft.Extensions.Logging;

namespace LoApi.Grains.Clients;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "What client {ClientId} has left of its limit could not be kept: it will start with an empty burst")]
    public static partial void UsageLost(ILogger logger, Exception exception, string clientId);

    [LoggerMessage(2, LogLevel.Warning, "Client {ClientId} has a second activation, which keeps its limit from now on: this one ends")]
    public static partial void SecondActivation(ILogger logger, Exception exception, string clientId);

    [LoggerMessage(3, LogLevel.Warning, "What is kept of client {ClientId}'s limit could not be confirmed; leases go on")]
    public static partial void UsageNotConfirmed(ILogger logger, Exception exception, string clientId);
}
