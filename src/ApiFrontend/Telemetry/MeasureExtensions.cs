namespace LoApi.ApiFrontend.Telemetry;

internal static class MeasureExtensions
{
    /// <summary>Adds what measurements share; each feature makes the instruments of its own.</summary>
    public static void AddMeasures(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ClientNames>();
}
