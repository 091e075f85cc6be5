namespace LoApi.ApiFrontend.Payoffs;

internal static class PayoffExtensions
{
    /// <summary>Adds what the endpoints of payoffs share.</summary>
    public static void AddPayoffs(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PayoffChanges>();
}
