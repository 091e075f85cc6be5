namespace LoApi.ApiFrontend.Requests;

/// <summary>An API's answers are data: they are not sniffed, framed, or followed by a referrer.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-cache"; // Unless an answer says otherwise.
        headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    }
}
