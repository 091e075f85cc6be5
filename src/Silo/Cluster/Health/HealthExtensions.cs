using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Silo.Health;

/// <summary>The three probes of a silo, on a port of their own. Their port is opened once the silo has joined, and closed first when it stops.</summary>
internal static class HealthExtensions
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SiloHealth>();

    public static void UseHealth(this WebApplication app) => app.MapPort(
        () => app.Services.GetRequiredService<IOptions<SiloEndpointOptions>>().Value.HealthPort, _ => { }, Map);

    private static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Answer(SiloHealth.Live()));
        routes.MapGet("/health/startup", (SiloHealth health) => Answer(health.Startup()));
        routes.MapGet("/health/ready", async (SiloHealth health) => Answer(await health.ReadyAsync()));
    }

    private static IResult Answer(SiloHealthReport report) => Results.Json(
        report,
        statusCode: report.Status == SiloHealthReport.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
