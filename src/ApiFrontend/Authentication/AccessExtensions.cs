using LoApi.ApiFrontend.Audit;
using LoApi.Clients;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Authentication;

internal static class AccessExtensions
{
    /// <summary>Adds what tells clients, users and locations apart.</summary>
    public static void AddClientAuthentication(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuthenticationOptions>()
            .BindConfiguration(AuthenticationOptions.Section)
            .Validate(
                options => Enum.IsDefined(options.Mode),
                "Authentication:Mode is none that there is; use Token, or in the Development environment DevelopmentHeaders.")
            .Validate(
                options => options.Mode != AuthenticationMode.DevelopmentHeaders || builder.Environment.IsDevelopment(),
                "Authentication:Mode is DevelopmentHeaders, which believes every caller and therefore only runs in the Development environment (ASPNETCORE_ENVIRONMENT=Development).")
            .Validate(
                options => Enum.IsDefined(options.UserVerification),
                "Authentication:UserVerification is none of Trusted, Oidc, Ulp.")
            .ValidateOnStart();
        builder.AddMasterKeys();
        builder.Services.AddSingleton<KnownClients>();
        builder.Services.AddSingleton<TokenCache>();
        builder.Services.AddSingleton<TokenVerifier>();
        builder.Services.AddSingleton<BearerAuthenticator>();
        builder.Services.AddSingleton<DevelopmentHeaderAuthenticator>();
        builder.Services.AddSingleton<IClientAuthenticator>(services =>
            services.GetRequiredService<IOptions<AuthenticationOptions>>().Value.Mode == AuthenticationMode.Token
                ? services.GetRequiredService<BearerAuthenticator>()
                : services.GetRequiredService<DevelopmentHeaderAuthenticator>());
        builder.AddUserVerification();
        builder.Services.AddSingleton<RequestContextVerifier>();
        builder.Services.AddSingleton<LoggedDenials>();
        builder.Services.AddSingleton<IDenials, RecordedDenials>();
    }

    /// <summary>From here on the caller of an endpoint that declares <see cref="Access"/> is known and may use it.</summary>
    public static void UseClientAuthentication(this IApplicationBuilder app) => app.UseMiddleware<CallerMiddleware>();

    /// <summary>Declares the scope and the request context that the endpoints ask for.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoints, string scope, ActsFor actsFor = ActsFor.Nobody)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Access(scope, actsFor));

    private static void AddMasterKeys(this WebApplicationBuilder builder)
    {
        var options = builder.Services.AddOptions<MasterKeyOptions>().BindConfiguration(MasterKeyOptions.Section);
        if (builder.Environment.IsDevelopment())
        {
            options.PostConfigure(keys => keys.MasterKey ??= DevelopmentMasterKey.ReadOrCreate(keys.DataFolder));
        }

        options
            .Validate(keys => MasterKey.TryParse(keys.MasterKey, out _), MasterKeyOptions.MasterKeyFault)
            .Validate(keys => keys.RetiredMasterKeys.All(key => MasterKey.TryParse(key, out _)), MasterKeyOptions.RetiredMasterKeysFault)
            .ValidateOnStart();
        builder.Services.AddSingleton(services => new ClientKeyCipher(services.GetRequiredService<IOptions<MasterKeyOptions>>().Value.Read()));
    }
}
