using Microsoft.Extensions.Logging;

namespace LoApi.Grains.Caching;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{GrainId} could not be read again: those who read it are given what memory holds")]
    public static partial void NotRefreshed(ILogger logger, Exception exception, GrainId grainId);
}
