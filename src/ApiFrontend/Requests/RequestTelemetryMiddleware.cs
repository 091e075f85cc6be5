using System.Diagnostics;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace LoApi.ApiFrontend.Requests;

/// <summary>
/// Adds what only this service knows to what the server tells of a request itself: to the measurement
/// <c>http.server.request.duration</c> its client and problem, to its span the names of OpenTelemetry's conventions as well.
/// Does nothing for a request that nobody measures or traces.
/// </summary>
internal sealed class RequestTelemetryMiddleware(RequestDelegate next, ClientNames clients)
{
    private const string Problem = "loapi.problem.code";

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http); // Whatever fails is answered below.
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } measured)
        {
            Tell(http, measured);
        }

        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
        {
            Tell(http, span);
        }
    }

    private void Tell(HttpContext http, IHttpMetricsTagsFeature measured)
    {
        if (http.Features.Get<ClientIdentity>() is { } identity)
        {
            measured.Tags.Add(new(ClientNames.Tag, clients.Of(identity.Client.Id)));
        }

        if (http.Features.Get<AnsweredProblem>() is { } problem)
        {
            measured.Tags.Add(new(Problem, problem.Code));
        }
    }

    // Neither path nor query: ids and what is searched for stay out, as they do of the log.
    private static void Tell(HttpContext http, Activity span)
    {
        var (method, status) = (http.Request.Method, http.Response.StatusCode);
        span.DisplayName = http.Route is { } route ? $"{method} {route}" : method;
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", http.Route);
        span.SetTag("http.response.status_code", status);
        span.SetTag("url.scheme", http.Request.Scheme);
        span.SetTag("loapi.request.id", http.RequestId);
        span.SetTag(ClientNames.Tag, http.Features.Get<ClientIdentity>()?.Client.Id);
        span.SetTag(Problem, http.Features.Get<AnsweredProblem>()?.Code);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", $"{status}");
        }
    }
}
