using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Hosting;

internal static class HttpServerExtensions
{
    private const string DefaultUrl = "http://127.0.0.1:5000";

    /// <summary>Adds Kestrel with the limits of <see cref="HttpServerOptions"/>, and the JSON contract.</summary>
    public static void AddHttpServer(this WebApplicationBuilder builder)
    {
        // Not in appsettings.json: there it would outrank ASPNETCORE_URLS and ASPNETCORE_HTTP_PORTS.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.HttpPortsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddOptions<HttpServerOptions>()
            .BindConfiguration(HttpServerOptions.Section)
            .PostConfigure<IConfiguration>((options, configuration) => options.PublicBaseUrl ??= FirstAddress(configuration))
            .Validate(
                options => Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var url)
                    && url.Scheme is "http" or "https" && options.PublicBaseUrl![^1] != '/' && url.Query.Length + url.Fragment.Length == 0,
                "Http:PublicBaseUrl is no absolute http(s) URL without a trailing slash, such as https://loapi.example.gov; where it is not set, the first address of urls takes its place.")
            .Validate(
                options => options.MaxBodyBytes is >= HttpServerOptions.MinBodyLimit and <= HttpServerOptions.MaxBodyLimit,
                "Http:MaxBodyBytes lies between 1024 and 1048576.")
            .Validate(options => options.TrustedProxies.All(TrustedProxies.IsOne), "Http:TrustedProxies holds addresses, such as 10.1.2.3, and networks, such as 10.0.0.0/8.")
            .Validate(options => Lies(options.HstsMaxAge, TimeSpan.Zero, TimeSpan.FromDays(730)), "Http:HstsMaxAge lies between 00:00:00 and 730.00:00:00.")
            .Validate(options => Lies(options.HeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)), "Http:HeadersTimeout lies between 00:00:01 and 00:02:00.")
            .Validate(options => Lies(options.KeepAliveTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)), "Http:KeepAliveTimeout lies between 00:00:01 and 00:10:00.")
            .Validate(options => options.MinBytesPerSecond is >= 0 and <= 1_000_000, "Http:MinBytesPerSecond lies between 0 and 1000000.")
            .Validate(options => Lies(options.SlowGracePeriod, TimeSpan.FromSeconds(1.001), TimeSpan.FromMinutes(1)), "Http:SlowGracePeriod lies between 00:00:01.001 and 00:01:00.")
            .Validate(options => options.MaxConnections is >= 1 and <= 1_000_000, "Http:MaxConnections lies between 1 and 1000000.")
            .ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IServiceProvider>(Bound);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HttpServerOptions>>((forwarded, http) => TrustedProxies.Apply(forwarded, http.Value));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // What the documentation is generated from is what bodies are written with.
            json.SerializerOptions.PropertyNamingPolicy = ApiJson.Contract.Options.PropertyNamingPolicy;
            json.SerializerOptions.NumberHandling = ApiJson.Contract.Options.NumberHandling;
            foreach (var converter in ApiJson.Contract.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Contract);
        });
    }

    /// <summary>Adds what a developer reads at start, in the Development environment only.</summary>
    public static void AddFirstRunGuide(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<FirstRunGuide>();
        }
    }

    // What slow or huge requests can hold: RFC 9110's status is 408, 413, 414 or 431.
    private static void Bound(KestrelServerOptions kestrel, IServiceProvider services)
    {
        HttpServerOptions http;
        try
        {
            http = services.GetRequiredService<IOptions<HttpServerOptions>>().Value;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return; // The server is built before settings are checked; then the process says which is wrong and ends.
        }

        kestrel.AddServerHeader = false;
        var rate = http.MinBytesPerSecond == 0 ? null : new MinDataRate(http.MinBytesPerSecond, http.SlowGracePeriod);
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = HttpServerOptions.MaxBodyLimit; // Endpoints that read a body set the option's.
        limits.RequestHeadersTimeout = http.HeadersTimeout;
        limits.KeepAliveTimeout = http.KeepAliveTimeout;
        limits.MinRequestBodyDataRate = rate;
        limits.MinResponseDataRate = rate;
        limits.MaxConcurrentConnections = http.MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0; // Nothing is ever upgraded.
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;
    }

    private static bool Lies(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;

    private static string? FirstAddress(IConfiguration configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.TrimEnd('/');
}
