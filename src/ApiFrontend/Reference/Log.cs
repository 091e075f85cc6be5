namespace LoApi.ApiFrontend.Reference;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The table {Table} could not be refreshed; the snapshot of before goes on")]
    public static partial void NotRefreshed(ILogger logger, Exception exception, string table);
}
