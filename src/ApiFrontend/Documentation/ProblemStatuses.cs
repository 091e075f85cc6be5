using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Representations;
using LoApi.ApiFrontend.Statistics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Which errors an operation can answer with: follows from what its endpoint declares, so that no endpoint lists them.</summary>
internal static class ProblemStatuses
{
    /// <summary>All that stand in the document.</summary>
    public static readonly int[] All = [400, 401, 403, 404, 406, 408, 409, 412, 413, 415, 422, 428, 429, 500, 503];

    /// <summary>Those of an operation.</summary>
    public static IEnumerable<int> Of(ApiDescription operation)
    {
        var declared = operation.ActionDescriptor.EndpointMetadata;
        var method = operation.HttpMethod ?? "";
        List<int> statuses = [];
        if (declared.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.Type == typeof(ProblemDocument)))
        {
            statuses.AddRange(400, 500, 503);
        }

        if (declared.OfType<Access>().Any())
        {
            statuses.AddRange(401, 403);
        }

        if (IsLimited(operation))
        {
            statuses.Add(429);
        }

        if (operation.ParameterDescriptions.Any(parameter => parameter.Source.Id == "Path"))
        {
            statuses.Add(404);
        }

        if (Negotiation.Offers(declared))
        {
            statuses.Add(406);
        }

        if (declared.OfType<IAcceptsMetadata>().Any())
        {
            statuses.AddRange(408, 413, 415);
        }

        if (declared.OfType<Costly>().Any())
        {
            statuses.Add(422);
        }

        if (IsWrite(method))
        {
            statuses.AddRange(409, 422); // Of the idempotency key, whatever else there is.
        }

        if (IsChange(method))
        {
            statuses.AddRange(412, 428);
        }

        return statuses;
    }

    /// <summary>Whether an operation counts towards a limit.</summary>
    public static bool IsLimited(ApiDescription operation) => !operation.ActionDescriptor.EndpointMetadata.OfType<Unlimited>().Any();

    /// <summary>Whether a method changes something.</summary>
    public static bool IsWrite(string method) => HttpMethods.IsPost(method) || IsChange(method);

    /// <summary>Whether a method changes what is there already, which needs <c>If-Match</c>.</summary>
    public static bool IsChange(string method) =>
        HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);
}
