namespace LoApi.ApiFrontend.Audit;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Count} events came faster than the audit log takes them; only their number is recorded")]
    public static partial void EventsLost(ILogger logger, long count);

    [LoggerMessage(2, LogLevel.Warning, "{Count} events could not be recorded in the audit log; trying again")]
    public static partial void EventsNotRecorded(ILogger logger, Exception exception, int count);

    [LoggerMessage(3, LogLevel.Error, "{Count} events for the audit log are given up, because the process ends")]
    public static partial void EventsGivenUp(ILogger logger, int count);
}
