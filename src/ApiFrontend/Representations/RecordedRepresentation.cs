using System.Reflection;
using System.Text;
using LoApi.Idempotency;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoApi.ApiFrontend.Representations;

/// <summary>201 with the representation that was recorded with the write, the same for the first answer and every repeat.</summary>
internal sealed class RecordedRepresentation<T>(RecordedResponse recorded, Uri location) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [CacheControl.Json]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(recorded.Body);
        var response = httpContext.Response;
        response.StatusCode = recorded.Status;
        response.Headers.Location = location.AbsoluteUri;
        response.Headers.ETag = recorded.ETag;
        response.Headers.CacheControl = CacheControl.OfOneUser;
        if (recorded.Replayed)
        {
            response.Headers["Idempotent-Replayed"] = "true";
        }

        response.ContentType = CacheControl.Utf8Json;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
