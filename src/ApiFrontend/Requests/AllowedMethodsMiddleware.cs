using LoApi.ApiFrontend.Representations;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Requests;

/// <summary>
/// Makes of the router's refusal of a method an answer to OPTIONS, for every route: 204 with <c>Allow</c>, and
/// <c>Accept-Patch</c> where there is PATCH. A refusal names OPTIONS among the methods that there are.
/// </summary>
internal sealed class AllowedMethodsMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var response = http.Response;
        if (response.StatusCode != StatusCodes.Status405MethodNotAllowed || response.HasStarted || response.Headers.Allow.Count == 0)
        {
            return;
        }

        string[] allowed = [.. response.Headers.GetCommaSeparatedValues(HeaderNames.Allow), HttpMethods.Options];
        response.Headers.Allow = string.Join(", ", allowed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (allowed.Contains(HttpMethods.Patch, StringComparer.Ordinal))
        {
            AcceptPatch.Announce(response);
        }

        if (HttpMethods.IsOptions(http.Request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
