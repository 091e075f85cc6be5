namespace LoApi.ApiFrontend.Audit;

internal static class AuditTrailExtensions
{
    /// <summary>Adds what reports denials, failures and reads to the audit log. After the grains that it calls.</summary>
    public static void AddAuditTrail(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuditTrailOptions>()
            .BindConfiguration(AuditTrailOptions.Section)
            .Validate(
                options => options.Reads.All(name => name == "*" || AuditedRoute.Knows(name)),
                $"Audit:Reads names a resource that there is not; use *, or some of {string.Join(", ", AuditedRoute.Names)}.")
            .Validate(options => options.MaxEventsPerSecond is >= 1 and <= 10_000, "Audit:MaxEventsPerSecond lies between 1 and 10000.")
            .Validate(options => options.MaxWaitingEvents is >= 100 and <= 1_000_000, "Audit:MaxWaitingEvents lies between 100 and 1000000.")
            .ValidateOnStart();
        builder.Services.AddSingleton<AuditTrailMeasures>();
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AuditTrail>());
    }

    /// <summary>From here on writes that come to nothing are reported, and reads where that is asked.</summary>
    public static void UseAuditTrail(this IApplicationBuilder app) => app.UseMiddleware<AuditTrailMiddleware>();
}
