using System.Reflection;
using System.Text;
using System.Text.Json;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Health;

/// <summary>200 where all is well, 503 where it is not; JSON, or a page for a browser; never to be kept.</summary>
internal sealed class HealthSummaryResult(HealthSummary summary) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in (int[])[StatusCodes.Status200OK, StatusCodes.Status503ServiceUnavailable])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(HealthSummary), [CacheControl.Json]));
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = summary.Status == ReadinessProbe.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = HeaderNames.Accept;
        byte[] body;
        if (HealthPage.IsAskedFor(httpContext.Request))
        {
            response.Headers.ContentSecurityPolicy = HealthPage.Policy;
            response.ContentType = "text/html; charset=utf-8";
            body = Encoding.UTF8.GetBytes(HealthPage.Write(summary));
        }
        else
        {
            response.ContentType = CacheControl.Utf8Json;
            body = JsonSerializer.SerializeToUtf8Bytes(summary, ApiJson.Contract.HealthSummary);
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
