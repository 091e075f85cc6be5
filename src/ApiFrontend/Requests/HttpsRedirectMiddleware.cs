using LoApi.ApiFrontend.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Requests;

/// <summary>
/// Sends requests over plain HTTP on to the public base URL, never to what <c>Host</c> says; 308 keeps method and body.
/// Probes come over plain HTTP from where no certificate is checked.
/// </summary>
internal sealed class HttpsRedirectMiddleware(
    RequestDelegate next, IOptions<HttpServerOptions> options, IHostEnvironment environment, IServer server)
{
    private readonly Lazy<bool> _redirects = new(() =>
        options.Value.RedirectToHttps ?? (!environment.IsDevelopment() && ListensOnHttps(server)));

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || !_redirects.Value)
        {
            return next(http);
        }

        var secure = new UriBuilder(options.Value.PublicBaseUrl!) { Scheme = Uri.UriSchemeHttps };
        secure.Port = secure.Port == 80 ? -1 : secure.Port;
        var link = secure.Uri.GetLeftPart(UriPartial.Authority) + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = link;
        return Task.CompletedTask;
    }

    private static bool ListensOnHttps(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) == true;
}
