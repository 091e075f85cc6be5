using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace LoApi.ApiFrontend.Authentication;

internal static class UserVerificationExtensions
{
    // Providers answer in kilobytes; the connections bound how many requests wait on one that is slow.
    private const int MaxAnswerBytes = 256 * 1024;
    private const int MaxConnections = 64;

    /// <summary>Adds the way in which users are verified: <see cref="AuthenticationOptions.UserVerification"/>.</summary>
    public static void AddUserVerification(this WebApplicationBuilder builder)
    {
        builder.AddOidc();
        builder.AddUlp();
        builder.Services.AddSingleton<UserVerdictCache>();
        builder.Services.AddSingleton<TrustedUserVerifier>();
        builder.Services.AddSingleton<IUserVerifier>(services =>
            services.GetRequiredService<IOptions<AuthenticationOptions>>().Value.UserVerification switch
            {
                UserVerification.Oidc => services.GetRequiredService<OidcUserVerifier>(),
                UserVerification.Ulp => services.GetRequiredService<UlpUserVerifier>(),
                _ => services.GetRequiredService<TrustedUserVerifier>(),
            });
    }

    private static void AddOidc(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OidcOptions>()
            .BindConfiguration(OidcOptions.Section)
            .Validate<IOptions<AuthenticationOptions>>((options, way) => way.Value.UserVerification != UserVerification.Oidc || IsSafe(options.Issuer), "Authentication:Oidc:Issuer is needed to verify users by Oidc: an https URL (http for a loopback address only).")
            .Validate(options => Lies(options.KeysMaxAge, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)), "Authentication:Oidc:KeysMaxAge lies between 00:05:00 and 1.00:00:00.")
            .Validate(options => Lies(options.KeysMaxStale, options.KeysMaxAge, TimeSpan.FromDays(1)), "Authentication:Oidc:KeysMaxStale lies between KeysMaxAge and 1.00:00:00.")
            .Validate(options => Lies(options.RefreshInterval, TimeSpan.FromSeconds(1), options.KeysMaxAge / 2), "Authentication:Oidc:RefreshInterval lies between 00:00:01 and half of KeysMaxAge.")
            .Validate(options => Lies(options.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)), "Authentication:Oidc:Timeout lies between 00:00:00.1 and 00:00:30.")
            .Validate(options => Lies(options.VerdictMaxAge, TimeSpan.Zero, TimeSpan.FromMinutes(5)), "Authentication:Oidc:VerdictMaxAge lies between 00:00:00 and 00:05:00.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IDocumentRetriever>(services => new HttpDocumentRetriever(Client(services.GetRequiredService<IOptions<OidcOptions>>().Value.Timeout))
        {
            RequireHttps = new Uri(services.GetRequiredService<IOptions<OidcOptions>>().Value.Issuer!).Scheme == Uri.UriSchemeHttps,
        });
        builder.Services.AddSingleton<ProviderKeys>();
        builder.Services.AddSingleton<OidcUserVerifier>();
    }

    private static void AddUlp(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UlpOptions>()
            .BindConfiguration(UlpOptions.Section)
            .Validate<IOptions<AuthenticationOptions>>((options, way) => way.Value.UserVerification != UserVerification.Ulp || IsSafe(options.Endpoint), "Authentication:Ulp:Endpoint is needed to verify users by Ulp: an https URL (http for a loopback address only).")
            .Validate(options => options.UserMember.Length > 0, "Authentication:Ulp:UserMember is empty.")
            .Validate(options => Lies(options.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)), "Authentication:Ulp:Timeout lies between 00:00:00.1 and 00:00:30.")
            .Validate(options => options.Retries is >= 0 and <= 5, "Authentication:Ulp:Retries lies between 0 and 5.")
            .Validate(options => Lies(options.TotalTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)), "Authentication:Ulp:TotalTimeout lies between 00:00:00.1 and 00:00:30.")
            .Validate(options => Lies(options.BreakDuration, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(5)), "Authentication:Ulp:BreakDuration lies between 00:00:00.5 and 00:05:00.")
            .Validate(options => Lies(options.VerdictMaxAge, TimeSpan.Zero, TimeSpan.FromMinutes(5)), "Authentication:Ulp:VerdictMaxAge lies between 00:00:00 and 00:05:00.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services => new UlpSessions(
            Client(Timeout.InfiniteTimeSpan), services.GetRequiredService<IOptions<UlpOptions>>(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<UlpUserVerifier>();
    }

    // No redirects: what is forwarded goes where the setting says and nowhere else.
    private static HttpClient Client(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        MaxResponseContentBufferSize = MaxAnswerBytes,
        Timeout = timeout,
    };

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool Lies(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
