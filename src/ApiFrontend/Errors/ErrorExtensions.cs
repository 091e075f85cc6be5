namespace LoApi.ApiFrontend.Errors;

internal static class ErrorExtensions
{
    /// <summary>From here on every error is a problem document.</summary>
    public static void UseErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
