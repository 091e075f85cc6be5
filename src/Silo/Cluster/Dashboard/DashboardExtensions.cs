using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Dashboard;

namespace LoApi.Silo.Dashboard;

internal static class DashboardExtensions
{
    /// <summary>Adds <see cref="DashboardSettings"/>, validated at start, and the dashboard where there is one.</summary>
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DashboardSettings>()
            .BindConfiguration(DashboardSettings.Section)
            .Validate(dashboard => IPAddress.TryParse(dashboard.Address, out _), "Dashboard:Address is no IP address, such as 127.0.0.1.")
            .Validate(dashboard => dashboard.Port is > 0 and <= IPEndPoint.MaxPort, "Dashboard:Port lies between 1 and 65535.")
            .Validate<IOptions<SiloEndpointOptions>>(
                (dashboard, silo) => !dashboard.IsOn || (dashboard.Port != silo.Value.HealthPort && dashboard.Port != silo.Value.SiloPort && dashboard.Port != silo.Value.GatewayPort),
                "Dashboard:Port is another than the ports of section Silo.")
            .Validate(dashboard => !dashboard.IsOn || (!string.IsNullOrEmpty(dashboard.User) && !dashboard.User.Contains(':')), "Dashboard:User is a name without a colon.")
            .Validate(dashboard => !dashboard.IsOn || dashboard.Password!.Length >= DashboardSettings.MinPassword, "Dashboard:Password has 16 characters or more.")
            .ValidateOnStart();
        if (IsOn(builder.Configuration))
        {
            // Its trace would send the silo's log to a browser.
            builder.UseOrleans(silo => silo.AddDashboard(dashboard => dashboard.HideTrace = true));
        }
    }

    /// <summary>Maps the dashboard, behind <see cref="OperatorCheck"/>.</summary>
    public static void UseDashboard(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.MapPort(
                () => app.Services.GetRequiredService<IOptions<DashboardSettings>>().Value.Port,
                branch => branch.UseMiddleware<OperatorCheck>(),
                routes => routes.MapOrleansDashboard());
        }
    }

    private static bool IsOn(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{DashboardSettings.Section}:{nameof(DashboardSettings.Password)}"]);
}
