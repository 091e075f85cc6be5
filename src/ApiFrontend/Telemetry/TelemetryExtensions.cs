namespace LoApi.ApiFrontend.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>Adds what measurements share; each feature makes the instruments of its own.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<ClientNames>();
    }
}
