using System.Globalization;
using LoApi.ApiFrontend.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Requests;

/// <summary>An API's answers are data: they are not sniffed, framed, or followed by a referrer.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next, IOptions<HttpServerOptions> options, IHostEnvironment environment)
{
    private readonly string? _transport = environment.IsDevelopment() || options.Value.HstsMaxAge == TimeSpan.Zero
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"max-age={(long)options.Value.HstsMaxAge.TotalSeconds}; includeSubDomains");

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-cache"; // Unless an answer says otherwise.
        headers.XFrameOptions = "DENY"; // For those that do not read frame-ancestors.
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        if (_transport is not null && http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = _transport;
        }

        return next(http);
    }
}
