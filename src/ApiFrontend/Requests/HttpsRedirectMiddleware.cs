using System.Globalization;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Ops;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Requests;

/// <summary>
/// Sends requests over plain HTTP on to the public base URL, never to what <c>Host</c> says; 308 keeps method and body.
/// Probes come over plain HTTP from where no certificate is checked, and a listener for operators is configured for itself.
/// </summary>
internal sealed class HttpsRedirectMiddleware(
    RequestDelegate next, IOptions<HttpServerOptions> options, IHostEnvironment environment, IServer server, RequestLimits limits, OpsListener ops)
{
    private const int Https = 443;

    private readonly Lazy<bool> _redirects = new(() =>
        options.Value.RedirectToHttps ?? (!environment.IsDevelopment() && HttpsAddress(server) is not null));

    private readonly Lazy<string> _secureBaseUrl = new(() => SecureBaseUrl(options.Value.PublicBaseUrl!, HttpsAddress(server)));

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || ops.IsPrivate(http) || !_redirects.Value)
        {
            return next(http);
        }

        if (limits.AdmitStranger(http) is { } beyond)
        {
            return new ApiProblem(beyond).ExecuteAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = _secureBaseUrl.Value + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    /// <summary>
    /// The public base URL, its path included. Where that is one of plain HTTP, its port speaks no TLS: then the port is that
    /// of the https address that the service listens on, or https' own.
    /// </summary>
    public static string SecureBaseUrl(string publicBaseUrl, string? httpsAddress)
    {
        var url = new Uri(publicBaseUrl);
        if (url.Scheme == Uri.UriSchemeHttps)
        {
            return publicBaseUrl;
        }

        var port = httpsAddress is null ? Https : BindingAddress.Parse(httpsAddress).Port;
        var suffix = port == Https ? "" : string.Create(CultureInfo.InvariantCulture, $":{port}");
        return $"{Uri.UriSchemeHttps}://{url.Host}{suffix}{url.AbsolutePath.TrimEnd('/')}";
    }

    private static string? HttpsAddress(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
}
