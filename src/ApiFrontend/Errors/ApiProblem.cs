using System.Reflection;
using System.Text.Json;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Representations;
using LoApi.ApiFrontend.Requests;
using LoApi.Errors;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Errors;

/// <summary>The one mapper from a failure to <c>application/problem+json</c>.</summary>
internal sealed class ApiProblem(Failure failure) : IResult, IEndpointMetadataProvider
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Seconds after which a request that met an overload or an outage may be tried again.</summary>
    private const string RetryAfterSeconds = "1";

    public static implicit operator ApiProblem(Failure failure) => new(failure);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        // The sign that the endpoint can fail; the documentation knows with which statuses.
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemDocument), [MediaType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var kind = ProblemCatalog.Of(failure.Code);
        var body = JsonSerializer.SerializeToUtf8Bytes(Describe(httpContext, kind), ApiJson.Contract.ProblemDocument);
        httpContext.Features.Set(new AnsweredProblem(kind.Code));
        var response = httpContext.Response;
        response.StatusCode = kind.Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (kind.Status == StatusCodes.Status503ServiceUnavailable || failure.Code == ProblemCode.RequestInProgress)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (Challenge.Of(failure.Code, httpContext) is { } challenge)
        {
            response.Headers.WWWAuthenticate = challenge;
        }

        if (failure.Code == ProblemCode.UnsupportedMediaType && HttpMethods.IsPatch(httpContext.Request.Method))
        {
            AcceptPatch.Announce(response); // The router refuses most before any endpoint is reached (RFC 5789, 2.2).
        }

        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private ProblemDocument Describe(HttpContext http, ProblemKind kind)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<HttpServerOptions>>().Value;
        return new()
        {
            Type = new Uri($"{options.PublicBaseUrl}/docs/errors/{kind.Code}"),
            Title = kind.Title,
            Status = kind.Status,
            Detail = failure.Detail,
            Instance = http.Request.Path.ToUriComponent(),
            Code = kind.Code,
            RequestId = http.RequestId,
            Errors = failure.Errors.IsEmpty ? null : failure.Errors,
        };
    }
}
