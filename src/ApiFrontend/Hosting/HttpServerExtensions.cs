using LoApi.ApiFrontend.Representations;

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
            .ValidateOnStart();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HttpServerOptions.MaxBodyLimit; // Endpoints that read a body set the option's.
        });
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

    private static string? FirstAddress(IConfiguration configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.TrimEnd('/');
}
