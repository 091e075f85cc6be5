using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Requests;
using LoApi.Silo.Operations;

namespace LoApi.ApiFrontend.Ops;

/// <summary>Keeps the last problems that requests were answered with, for the operators' page.</summary>
internal sealed class ProblemRecordMiddleware(RequestDelegate next, RecentProblems problems)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http); // Whatever fails is answered below.
        if (http.Features.Get<AnsweredProblem>() is { } problem)
        {
            problems.Add(
                http.Response.StatusCode,
                problem.Code,
                http.Request.Method,
                http.Route ?? "",
                http.Features.Get<ClientIdentity>()?.Client.Id,
                http.RequestId);
        }
    }
}
