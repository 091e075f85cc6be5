using System.Text.Json;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Health;

/// <summary>
/// <c>/health</c> for people, and the three probes. Liveness asks nothing but whether the process answers, so that a slow
/// database or cluster never restarts it.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly HealthSummary Example = new(
        ReadinessProbe.Healthy,
        new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        1.8,
        "0.1.0",
        new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        [new("database", ReadinessProbe.Healthy, new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero), 1.7, "A grain answered and reached the database.")]);

    /// <summary>Adds what the probes ask.</summary>
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReadinessProbe>();
        builder.Services.AddSingleton<IReadinessCheck, ShutdownCheck>();
        builder.Services.AddSingleton<HealthSurvey>();
    }

    /// <summary>Maps the summary and the probes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes
            .MapGroup("/health")
            .WithTags("Service")
            .WithoutLimit()
            .WithExample(new HealthReport(ReadinessProbe.Healthy, []), ApiJson.Contract.HealthReport)
            .WithExample(Example, ApiJson.Contract.HealthSummary)
            .WithDescription("For operators and their probes; needs no credentials.");

        health.MapRead("/", Survey).WithName("GetHealth").WithSummary("What was checked, since when it stands so and how long that took, for people; a browser is shown a page.");
        health.MapRead("/live", () => Report([])).WithName("GetLiveness").WithSummary("Whether the process answers.");
        health.MapRead("/ready", ShowHealth).WithName("GetReadiness").WithSummary("Whether requests should be sent here.");

        // Start-up work (migrations, joining) ends before the server listens: who is answered has started.
        health.MapRead("/startup", () => Report([])).WithName("GetStartup").WithSummary("Whether start-up has ended.");
    }

    private static async Task<HealthSummaryResult> Survey(HealthSurvey survey) => new(await survey.LookAsync());

    // The probe calls a grain whatever the others say: a lost cluster is found again by whoever looks for it.
    private static async Task<HealthResult> ShowHealth(ReadinessProbe probe, IEnumerable<IReadinessCheck> local) =>
        Report([.. local.Select(check => check.Check()).OfType<HealthCheck>(), await probe.CheckAsync()]);

    private static HealthResult Report(IReadOnlyList<HealthCheck> checks)
    {
        var healthy = checks.All(check => check.Status == ReadinessProbe.Healthy);
        var report = new HealthReport(healthy ? ReadinessProbe.Healthy : ReadinessProbe.Unhealthy, checks);
        return new HealthResult(JsonSerializer.SerializeToUtf8Bytes(report, ApiJson.Contract.HealthReport), healthy);
    }
}
