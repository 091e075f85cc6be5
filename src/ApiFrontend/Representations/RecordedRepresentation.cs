using System.Reflection;
using LoApi.Idempotency;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoApi.ApiFrontend.Representations;

/// <summary>201 with the representation that was recorded with the creation.</summary>
internal sealed class RecordedRepresentation<T>(RecordedResponse recorded, Uri location) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [CacheControl.Json]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = location.AbsoluteUri;
        return RecordedBody.WriteAsync(httpContext, recorded);
    }
}
