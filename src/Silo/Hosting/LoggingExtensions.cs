using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;

namespace LoApi.Silo;

/// <summary>Logging, the same in a front end and in a silo.</summary>
public static class LoggingExtensions
{
    /// <summary>Adds Serilog, set up by the section <c>Serilog</c>: readable in Development, JSON lines otherwise.</summary>
    public static void AddLogging(this IHostApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
