using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "A batch of {Count} change sets was refused as a whole; writing them one by one")]
    public static partial void Replaying(ILogger logger, Exception exception, int count);

    [LoggerMessage(2, LogLevel.Warning, "A write transaction broke off before its commit; trying once more")]
    public static partial void Retrying(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "The database refused a change set for a reason that is not expected")]
    public static partial void Refused(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "A batch of {Count} change sets failed")]
    public static partial void BatchFailed(ILogger logger, Exception exception, int count);

    [LoggerMessage(5, LogLevel.Warning, "The commit of {Count} change sets was cut off; finding out what became of them")]
    public static partial void Resolving(ILogger logger, Exception exception, int count);

    [LoggerMessage(6, LogLevel.Warning, "A change set was refused because somebody else holds a lock that it needs")]
    public static partial void LockedOut(ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "SQLite's write-ahead log was not copied into the database; trying again twice a second, without a word until it is")]
    public static partial void CheckpointFailed(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Information, "SQLite's write-ahead log is copied into the database again")]
    public static partial void CheckpointsAgain(ILogger logger);
}
