using Serilog;

namespace LoApi.ApiFrontend.Hosting;

internal static class LoggingExtensions
{
    /// <summary>Adds Serilog, set up by the section <c>Serilog</c>: readable in Development, JSON lines otherwise.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
