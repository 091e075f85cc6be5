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

    /// <summary>
    /// Addresses and networks (<c>10.0.0.0/8</c>) of the proxies in front of the service: only their
    /// <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Default none.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>
    /// Whether requests over plain HTTP are sent on to https, 308. Default: outside the Development environment, where the
    /// service itself listens on an https address. Probes are answered either way.
    /// </summary>
    public bool? RedirectToHttps { get; set; }

    /// <summary>
    /// What browsers are told in <c>Strict-Transport-Security</c>, on answers over https outside the Development
    /// environment. Default 365 days; zero for nothing. At most 730 days.
    /// </summary>
    public TimeSpan HstsMaxAge { get; set; } = TimeSpan.FromDays(365);

    /// <summary>How long a caller may take to send the request line and headers. Default 10 seconds, 1 second to 2 minutes.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle between requests. Default 130 seconds, 1 second to 10 minutes.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>
    /// Bytes a second that a caller must send of a body, and take of an answer, on average; 0 for no such limit. Default
    /// 240, at most 1,000,000.
    /// </summary>
    public int MinBytesPerSecond { get; set; } = 240;

    /// <summary>How long a body or an answer may be slower than that at first. Default 5 seconds, 1 second to 1 minute.</summary>
    public TimeSpan SlowGracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections at the same moment; further ones are closed at once. Default 10,000, 1 to 1,000,000.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>An absolute link to a path of the service, which begins with a slash.</summary>
    public Uri Link(string pathAndQuery) => new(PublicBaseUrl + pathAndQuery);
}
