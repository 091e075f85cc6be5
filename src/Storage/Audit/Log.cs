using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Audit;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Count} outbox rows of partition {Partition} were chained already and are dropped")]
    public static partial void DroppedChained(ILogger logger, int count, int partition);

    [LoggerMessage(2, LogLevel.Error, "The heads of the audit log could not be written to {File}; they will be in a later round")]
    public static partial void HeadsNotWritten(ILogger logger, Exception exception, string file);
}
