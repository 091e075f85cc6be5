using LoApi.Silo.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>What operators and their probes ask over HTTP; callers of the API never get here.</summary>
internal static class PrivateListeners
{
    private const int MaxConnections = 100;

    /// <summary>Opens the ports of the probes and, where it is set up, of the dashboard.</summary>
    public static void AddPrivateListeners(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrel(); // Whatever urls says: only the silo's own ports are opened.
        builder.Services.AddRouting();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IServiceProvider>(Listen);
        builder.Services.AddSingleton(new OpenedPort("Silo:HealthPort", services =>
        {
            var silo = services.GetRequiredService<IOptions<SiloEndpointOptions>>().Value;
            return new(silo.ListeningAddress, silo.HealthPort);
        }));
        builder.Services.AddSingleton(new OpenedPort("Dashboard:Port", services =>
            services.GetRequiredService<IOptions<DashboardSettings>>().Value is { IsOn: true } dashboard ? new(dashboard.ListeningAddress, dashboard.Port) : null));
    }

    /// <summary>Branches off what comes in on a port.</summary>
    public static void MapPort(this IApplicationBuilder app, Func<int> port, Action<IApplicationBuilder> use, Action<IEndpointRouteBuilder> map) =>
        app.MapWhen(http => http.Connection.LocalPort == port(), branch =>
        {
            use(branch);
            branch.UseRouting();
            branch.UseEndpoints(map);
        });

    private static void Listen(KestrelServerOptions kestrel, IServiceProvider services)
    {
        SiloEndpointOptions silo;
        DashboardSettings dashboard;
        try
        {
            silo = services.GetRequiredService<IOptions<SiloEndpointOptions>>().Value;
            dashboard = services.GetRequiredService<IOptions<DashboardSettings>>().Value;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return; // The server is built before settings are checked; then the process says which is wrong and ends.
        }

        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.Limits.MaxRequestBodySize = 0; // Nothing is posted here.
        kestrel.Listen(silo.ListeningAddress, silo.HealthPort);
        if (dashboard.IsOn)
        {
            kestrel.Listen(dashboard.ListeningAddress, dashboard.Port);
        }
    }
}
