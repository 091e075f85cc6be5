using System.Globalization;
using LoApi.ApiFrontend.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.LifeCycle;

/// <summary>Puts what <see cref="Deprecated"/> declares into the headers of answers.</summary>
internal sealed class LifeCycleMiddleware(RequestDelegate next, IOptions<HttpServerOptions> options)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Deprecated>() is { } deprecated)
        {
            // At the start of the answer: a list sets Link too.
            http.Response.OnStarting(() =>
            {
                Announce(http.Response.Headers, deprecated);
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private void Announce(IHeaderDictionary headers, Deprecated deprecated)
    {
        headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{deprecated.Since.ToUnixTimeSeconds()}");
        if (deprecated.Sunset is { } sunset)
        {
            headers["Sunset"] = sunset.ToString("R", CultureInfo.InvariantCulture);
        }

        AddLink(deprecated.Explanation, "deprecation");
        AddLink(deprecated.Successor, "successor-version");

        void AddLink(string? target, string relation)
        {
            if (target is not null)
            {
                var url = target.StartsWith('/') ? options.Value.Link(target).AbsoluteUri : target;
                headers.Append("Link", $"<{url}>; rel=\"{relation}\"");
            }
        }
    }
}
