namespace LoApi.ApiFrontend.Hosting;

/// <summary>How the service is reached. Section <c>Http</c>.</summary>
internal sealed class HttpServerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Http";

    /// <summary>The least that <see cref="MaxBodyBytes"/> can be.</summary>
    public const int MinBodyLimit = 1024;

    /// <summary>The most that <see cref="MaxBodyBytes"/> can be.</summary>
    public const int MaxBodyLimit = 1024 * 1024;

    /// <summary>
    /// Scheme, host and port under which callers know the service, without a trailing slash; every link is built from
    /// it and never from <c>Host</c>. Default: the first address that it listens on (<c>urls</c>).
    /// </summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>The largest body that is read, in bytes. Default 64 KiB, 1 KiB to 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>An absolute link to a path of the service, which begins with a slash.</summary>
    public Uri Link(string pathAndQuery) => new(PublicBaseUrl + pathAndQuery);
}
