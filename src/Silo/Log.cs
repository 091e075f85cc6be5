using Microsoft.Extensions.Logging;

namespace LoApi.Silo;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Filled the empty database with demonstration data")]
    public static partial void Demonstrated(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Payoffs could not be expired; they will be in a later round")]
    public static partial void ExpiryFailed(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "Audit records of partition {Partition} could not be chained; they will be in a later round")]
    public static partial void ChainingFailed(ILogger logger, Exception exception, int partition);

    [LoggerMessage(4, LogLevel.Warning, "Old rows could not be pruned; they will be in a later round")]
    public static partial void PruningFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "Waiting for the database: {Reason}")]
    public static partial void WaitingForSchema(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Debug, "How many audit records wait to be chained could not be counted")]
    public static partial void BacklogUnknown(ILogger logger, Exception exception);
}
