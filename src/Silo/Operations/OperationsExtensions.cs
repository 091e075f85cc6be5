using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoApi.Silo.Operations;

/// <summary>Puts into a process what tells operators how it is doing.</summary>
public static class OperationsExtensions
{
    private const string Enabled = "Ops:Enabled";

    /// <summary>Whether the process gathers anything for operators.</summary>
    public static bool GathersForOperators(this IConfiguration configuration) => configuration.GetValue(Enabled, defaultValue: true);

    /// <summary>Adds what gathers and tells, unless <c>Ops:Enabled</c> is false; after the runtime that it calls.</summary>
    /// <typeparam name="TChecks">What the process checks of itself.</typeparam>
    public static void AddOperations<TChecks>(this IHostApplicationBuilder builder, ProcessRole role)
        where TChecks : class, IProcessChecks
    {
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<RecentProblems>();
        builder.Services.AddSingleton<OpsStatus>();
        if (!builder.Configuration.GathersForOperators())
        {
            return;
        }

        builder.Services.AddSingleton(role);
        builder.Services.AddSingleton<IProcessChecks, TChecks>();
        builder.Services.AddSingleton<OpsCollector>();
        builder.Services.AddHostedService<OpsReporter>();
    }
}
