using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace LoApi.ApiFrontend.Requests;

/// <summary>Adds client and problem to what the server measures itself, <c>http.server.request.duration</c>. Does nothing while nobody listens.</summary>
internal sealed class RequestMeasuresMiddleware(RequestDelegate next, ClientNames clients)
{
    public const string ProblemTag = "loapi.problem.code";

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http); // Whatever fails is answered below.
        if (http.Features.Get<IHttpMetricsTagsFeature>() is not { } measured)
        {
            return;
        }

        if (http.Features.Get<ClientIdentity>() is { } identity)
        {
            measured.Tags.Add(new(ClientNames.Tag, clients.Of(identity.Client.Id)));
        }

        if (http.Features.Get<AnsweredProblem>() is { } problem)
        {
            measured.Tags.Add(new(ProblemTag, problem.Code));
        }
    }
}
