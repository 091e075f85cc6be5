namespace LoApi.ApiFrontend.Idempotency;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Whether a write waits for an earlier attempt at the same could not be learned")]
    public static partial void RepeatNotKnown(ILogger logger, Exception exception);
}
