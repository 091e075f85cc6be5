using System.Globalization;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Every status that an operation can answer with, and the headers of each.</summary>
internal sealed class AnswerDescription : IOpenApiOperationTransformer
{
    private const int NotModified = StatusCodes.Status304NotModified;

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        var answers = new SortedDictionary<int, IOpenApiResponse>();
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answers[int.Parse(status, CultureInfo.InvariantCulture)] = answer;
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == NotModified))
        {
            answers[NotModified] = new OpenApiResponse { Description = "The caller holds the representation already: `If-None-Match` names it." };
        }

        foreach (var (status, answer) in answers)
        {
            if (answer is OpenApiResponse own)
            {
                own.Headers = Headers(context.Description, status).ToDictionary(
                    header => header.Name, IOpenApiHeader (header) => new OpenApiHeaderReference(header.Component, document));
            }
        }

        foreach (var status in ProblemStatuses.Of(context.Description))
        {
            answers[status] = new OpenApiResponseReference(SharedAnswers.Name(status), document);
        }

        operation.Responses = [];
        foreach (var (status, answer) in answers)
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = answer;
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<AnswerHeader> Headers(ApiDescription operation, int status)
    {
        yield return AnswerHeader.RequestId;
        yield return AnswerHeader.CacheControl;
        if (ProblemStatuses.IsLimited(operation))
        {
            yield return AnswerHeader.LimitPolicy;
            yield return AnswerHeader.Limit;
        }

        var isWrite = ProblemStatuses.IsWrite(operation.HttpMethod ?? "");
        var isTagged = isWrite || operation.ActionDescriptor.EndpointMetadata.OfType<ProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == NotModified);
        if (isTagged)
        {
            yield return AnswerHeader.ETag;
        }

        if (isWrite)
        {
            yield return AnswerHeader.Replayed;
        }

        if (status == StatusCodes.Status201Created)
        {
            yield return AnswerHeader.Location;
        }

        if (operation.SupportedResponseTypes.Any(answer => IsOf(answer.Type, typeof(ListPage<>))))
        {
            yield return AnswerHeader.Link;
        }

        if (operation.ActionDescriptor.EndpointMetadata.OfType<FromMemory>().Any())
        {
            yield return AnswerHeader.Age;
        }
    }

    private static bool IsOf(Type? type, Type definition) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == definition;
}
