using LoApi.ApiFrontend.Authentication;

namespace LoApi.ApiFrontend.Requests;

/// <summary>One line per request, with the route's template rather than its path: ids stay out, and lines can be counted.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, TimeProvider clock, ILogger<RequestLogMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (logger.IsEnabled(LogLevel.Information))
            {
                Log.Answered(
                    logger,
                    http.Request.Method,
                    (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)",
                    http.Response.StatusCode,
                    clock.GetElapsedTime(started).TotalMilliseconds,
                    http.Features.Get<ApiRequest>()?.Caller.ClientId ?? "nobody",
                    http.RequestId);
            }
        }
    }
}
