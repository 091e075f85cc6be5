namespace LoApi.ApiFrontend.Health;

/// <summary>A process that was told to stop still answers, and should be sent nothing more.</summary>
internal sealed class ShutdownCheck : IReadinessCheck
{
    private volatile HealthCheck? _stopping;

    public ShutdownCheck(IHostApplicationLifetime lifetime, TimeProvider time) =>
        lifetime.ApplicationStopping.Register(() => _stopping = new("shutdown", ReadinessProbe.Unhealthy, time.GetUtcNow(), DurationMs: 0)
        {
            Detail = "The process was told to stop: it answers what comes, and should be sent nothing more.",
        });

    public HealthCheck? Check() => _stopping;
}
