using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Requests;

/// <summary>Refuses whoever would not read the answer, before anything is done for it.</summary>
internal sealed class NegotiationMiddleware(RequestDelegate next)
{
    private static readonly Failure NotAcceptable =
        new(ProblemCode.NotAcceptable, $"Answers here are {CacheControl.Json}, and errors {ApiProblem.MediaType}.");

    public Task InvokeAsync(HttpContext http) =>
        http.GetEndpoint() is { } endpoint && Negotiation.Offers(endpoint.Metadata) && !Negotiation.IsAcceptable(http.Request)
            ? new ApiProblem(NotAcceptable).ExecuteAsync(http)
            : next(http);
}
