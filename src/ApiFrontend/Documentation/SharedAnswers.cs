using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>The answers that operations have in common, one for each status of errors with an example of each code, and their headers.</summary>
internal sealed class SharedAnswers(IOptions<HttpServerOptions> http) : IOpenApiDocumentTransformer
{
    /// <summary>The name of a status's answer under the document's components.</summary>
    public static string Name(int status) => $"Problem{status}";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var components = document.Components ??= new();
        components.Headers = AnswerHeader.All.ToDictionary(header => header.Component, IOpenApiHeader (header) => header.Describe());
        components.Responses = ProblemStatuses.All.ToDictionary(Name, IOpenApiResponse (status) => Problem(status, document));
        return Task.CompletedTask;
    }

    private OpenApiResponse Problem(int status, OpenApiDocument document)
    {
        ProblemKind[] kinds = [.. ProblemCatalog.All.Where(kind => kind.Status == status)];
        var codes = string.Join(", ", kinds.Select(kind => $"`{kind.Code}`"));
        return new()
        {
            Description = $"{ReasonPhrases.GetReasonPhrase(status)}{(codes.Length == 0 ? "" : $": {codes}")}.",
            Headers = Headers(status).ToDictionary(
                header => header.Name, IOpenApiHeader (header) => new OpenApiHeaderReference(header.Component, document)),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ApiProblem.MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(nameof(ProblemDocument), document),
                    Examples = kinds.Length == 0 ? null : kinds.ToDictionary(
                        kind => kind.Code,
                        IOpenApiExample (kind) => new OpenApiExample { Summary = kind.Title, Value = Example(kind) }),
                },
            },
        };
    }

    private static IEnumerable<AnswerHeader> Headers(int status) =>
    [
        AnswerHeader.RequestId,
        AnswerHeader.CacheControl,
        AnswerHeader.LimitPolicy,
        AnswerHeader.Limit,
        .. status switch
        {
            StatusCodes.Status401Unauthorized => [AnswerHeader.Authenticate],
            StatusCodes.Status409Conflict => [AnswerHeader.RetryAfterFirst],
            StatusCodes.Status415UnsupportedMediaType => [AnswerHeader.AcceptPatch],
            StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => [AnswerHeader.RetryAfter],
            _ => (AnswerHeader[])[],
        },
    ];

    private JsonNode Example(ProblemKind kind) => JsonSerializer.SerializeToNode(
        new ProblemDocument
        {
            Type = http.Value.Link($"/docs/errors/{kind.Code}"),
            Title = kind.Title,
            Status = kind.Status,
            Detail = kind.Title,
            Instance = "/api/v1/payoffs",
            Code = kind.Code,
            RequestId = AnswerHeader.RequestId.Example,
        },
        ApiJson.Contract.ProblemDocument)!;
}
