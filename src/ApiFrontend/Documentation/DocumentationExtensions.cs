using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Documentation;

internal static class DocumentationExtensions
{
    /// <summary>Adds the OpenAPI document, generated from the models and the endpoints' declarations.</summary>
    public static void AddDocumentation(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options =>
        {
            options.AddSchemaTransformer<MemberDescription>();
            options.AddSchemaTransformer<Nullability>();
            options.AddOperationTransformer<OperationDescription>();
            options.AddOperationTransformer<ChangeDescription>();
            options.AddOperationTransformer<ExampleDescription>();
            options.AddOperationTransformer<AnswerDescription>();
            options.AddOperationTransformer<Scopes>();
            options.AddDocumentTransformer<ServiceDescription>();
            options.AddDocumentTransformer<Scopes>();
            options.AddDocumentTransformer<SharedAnswers>();
            options.AddDocumentTransformer<Nullability>();
            options.AddDocumentTransformer<PathParameterDescription>();
        });

    /// <summary><c>/openapi/v1.json</c>, and what each error code means at <c>/docs/errors/{code}</c>.</summary>
    public static void MapDocumentation(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/v1.json").WithHead();
        routes.MapRead("/docs/errors/{code}", ExplainError).ExcludeFromDescription();
    }

    private static IResult ExplainError(string code) => ProblemCatalog.Knows(code)
        ? TypedResults.Text($"{code}\n\nHTTP status {ProblemCatalog.Of(code).Status}. {ProblemCatalog.Of(code).Title}\n", "text/plain; charset=utf-8")
        : TypedResults.NotFound();
}
