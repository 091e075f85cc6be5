namespace LoApi.ApiFrontend.Requests;

/// <summary>Gives every request an id: the caller's <c>X-Request-Id</c> if it is a sane one, else ours.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    public Task InvokeAsync(HttpContext http)
    {
        var sent = http.Request.Headers[Header];
        http.TraceIdentifier = sent is [{ } id] && IsSane(id) ? id : Guid.CreateVersion7().ToString("N");
        http.Response.Headers[Header] = http.TraceIdentifier;
        return next(http);
    }

    private static bool IsSane(string id) =>
        id.Length is >= 1 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
