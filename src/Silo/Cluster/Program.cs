using LoApi.Silo.Dashboard;
using LoApi.Silo.Health;
using LoApi.Silo.Operations;
using LoApi.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;

namespace LoApi.Silo;

/// <summary>A silo as a process of its own. A class, since the front end's top-level program has taken the name without a namespace.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings lie beside the program, wherever it is started from; relative paths in them start where it is started.
            ContentRootPath = AppContext.BaseDirectory,
        });

        builder.AddSiloSettings();
        builder.AddLogging("loapi-silo");
        builder.AddErrorReports();
        builder.AddTelemetry("loapi-silo");
        builder.AddClusterSilo();
        builder.AddPrivateListeners();  // After the silo: who is answered there has joined.
        builder.AddHealth();
        builder.AddDashboard();
        builder.AddOperations<SiloChecks>(ProcessRole.Silo);

        var app = builder.Build();

        app.UseHealth();
        app.UseDashboard();

        return app.RunOrExplainAsync();
    }
}
