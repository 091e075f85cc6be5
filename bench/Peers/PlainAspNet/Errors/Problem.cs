using System.Text.Json;

namespace LoApi.PlainAspNet.Errors;

/// <summary>An error as <c>application/problem+json</c>, with LoApi's codes.</summary>
internal sealed class Problem(int status, string code, string title, IReadOnlyList<ProblemMember>? errors = null) : IResult
{
    public static Problem Unauthorized { get; } = new(401, "unauthorized", "The request carries no valid credentials.");

    public static Problem InsufficientScope { get; } = new(403, "insufficient_scope", "The client lacks the scope.");

    public static Problem Forbidden { get; } = new(403, "forbidden", "The user may not do that.");

    public static Problem NotFound { get; } = new(404, "not_found", "There is no such resource.");

    public static Problem RateLimited { get; } = new(429, "rate_limited", "Too many requests.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = "1";
        }

        var document = new ProblemDocument(title, status, code, httpContext.TraceIdentifier, errors);
        response.ContentType = "application/problem+json";
        await JsonSerializer.SerializeAsync(response.Body, document, PeerJson.Default.ProblemDocument, httpContext.RequestAborted);
    }
}
