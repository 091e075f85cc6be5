using LoApi.ApiFrontend.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>What the document says of the service as a whole.</summary>
internal sealed class ServiceDescription(IOptions<HttpServerOptions> http) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "LoApi",
            Version = "v1",
            Description = "The one door through which loan-servicing applications reach the lending database.",
            Contact = new() { Name = "The API team" },
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        foreach (var path in document.Paths.Values.OfType<OpenApiPathItem>())
        {
            path.Operations?.Remove(HttpMethod.Head); // HEAD goes without saying where GET is (RFC 9110, 9.1).
        }

        document.Servers = [new() { Url = http.Value.PublicBaseUrl }];
        return Task.CompletedTask;
    }
}
