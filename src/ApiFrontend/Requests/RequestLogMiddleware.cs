using System.Diagnostics;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Requests;

/// <summary>One line per request, with the route's template rather than its path: ids stay out, and lines can be counted.</summary>
internal sealed class RequestLogMiddleware(
    RequestDelegate next, TimeProvider clock, IOptions<RequestLogOptions> options, ILogger<RequestLogMiddleware> logger)
{
    private readonly LogLevel _level = options.Value.Level;
    private readonly int _sampling = options.Value.SampleReads;
    private uint _reads;

    public async Task InvokeAsync(HttpContext http)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (logger.IsEnabled(_level) && SamplingOf(http) is { } sampling)
            {
                Write(http, clock.GetElapsedTime(started), sampling);
            }
        }
    }

    /// <summary>Of how many the request is the one that leaves a line; null where it leaves none.</summary>
    private int? SamplingOf(HttpContext http)
    {
        if (_sampling == 1 || !http.Request.IsRead || http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return 1;
        }

        return Interlocked.Increment(ref _reads) % (uint)_sampling == 0 ? _sampling : null;
    }

    private void Write(HttpContext http, TimeSpan elapsed, int sampling)
    {
        var identity = http.Features.Get<ClientIdentity>();
        var limit = http.Features.Get<LimitState>();
        var traceId = Activity.Current?.TraceId.ToHexString();
        var bytes = BytesOf(http);
        Log.Answered(
            logger,
            _level,
            http.Request.Method,
            http.Route ?? RequestExtensions.NoRoute,
            http.Response.StatusCode,
            elapsed.TotalMilliseconds,
            identity?.Client.Id ?? "nobody",
            http.RequestId,
            identity?.UserId,
            identity?.LocationId,
            traceId,
            bytes,
            limit?.Name ?? LimitState.Unlimited,
            limit?.Remaining,
            sampling);
    }

    /// <summary>How long the body is; null where that was not known when the answer began.</summary>
    private static long? BytesOf(HttpContext http) =>
        HttpMethods.IsHead(http.Request.Method) || http.Response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified
            ? 0
            : http.Response.ContentLength;
}
