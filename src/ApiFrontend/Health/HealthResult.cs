using System.Reflection;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoApi.ApiFrontend.Health;

/// <summary>200 where all is well, 503 where it is not; never to be kept.</summary>
internal sealed class HealthResult(ReadOnlyMemory<byte> body, bool healthy) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in (int[])[StatusCodes.Status200OK, StatusCodes.Status503ServiceUnavailable])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(HealthReport), [CacheControl.Json]));
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        response.ContentType = CacheControl.Utf8Json;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
