using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Ops;

/// <summary>The page's listener of its own, where it has one.</summary>
internal sealed class OpsListener(IOptions<OpsOptions> options)
{
    private readonly int? _port = options.Value.Port;

    /// <summary>Whether the page may be answered over the connection that a request came by.</summary>
    public bool Serves(HttpContext http) => _port is null || http.Connection.LocalPort == _port;

    /// <summary>Whether a request came by the listener that only operators reach.</summary>
    public bool IsPrivate(HttpContext http) => _port is not null && http.Connection.LocalPort == _port;

    /// <summary>Opens it beside those that the server has anyway.</summary>
    public static void Open(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration[$"{OpsOptions.Section}:{nameof(OpsOptions.Listen)}"] is not { Length: > 0 } listen)
        {
            return;
        }

        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            configuration["Kestrel:Endpoints:Ops:Url"] = listen; // Beside configured endpoints, urls are passed over.
            return;
        }

        string[] urls = configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } configured
            ? [configured]
            : [.. Ports(configuration[WebHostDefaults.HttpPortsKey], "http"), .. Ports(configuration[WebHostDefaults.HttpsPortsKey], "https")];
        builder.WebHost.UseUrls([.. urls, listen]);
    }

    private static IEnumerable<string> Ports(string? ports, string scheme) =>
        (ports ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(port => $"{scheme}://*:{port}");
}
