using LoApi.ApiFrontend.Authentication;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>How callers authenticate, and the scope that each operation asks for.</summary>
internal sealed class Scopes : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    private const string Scheme = "bearer";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var access = context.Description.ActionDescriptor.EndpointMetadata.OfType<Access>().LastOrDefault();
        operation.Security = access is null
            ? []
            : [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }]; // Only OAuth2 lists scopes here: the description tells it.
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var scopes = context.DescriptionGroups
            .SelectMany(group => group.Items)
            .SelectMany(operation => operation.ActionDescriptor.EndpointMetadata.OfType<Access>().TakeLast(1))
            .Select(access => $"`{access.Scope}`")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = $"A JSON Web Token that the client signs (HS256) with the key that it holds for this service. Scopes: {string.Join(", ", scopes)}.",
            },
        };
        return Task.CompletedTask;
    }
}
