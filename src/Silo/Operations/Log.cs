using Microsoft.Extensions.Logging;

namespace LoApi.Silo.Operations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "What operators are shown of this process could not be gathered; it will be the next time")]
    public static partial void LookFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Other processes cannot be told how this one is doing; /ops shows each by itself")]
    public static partial void BoardAway(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Other processes are told again how this one is doing")]
    public static partial void BoardBack(ILogger logger);

    [LoggerMessage(4, LogLevel.Information, "Other processes could not be told that this one ends; /ops shows it as silent for a while")]
    public static partial void GoodbyeNotSaid(ILogger logger, Exception exception);
}
