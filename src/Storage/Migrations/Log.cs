using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Migrations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Applied migration {Migration}")]
    public static partial void Applied(ILogger logger, string migration);
}
