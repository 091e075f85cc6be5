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
                "Authentication:Mode is none that there is; use DevelopmentHeaders.")
            .Validate(
                options => options.Mode != AuthenticationMode.DevelopmentHeaders || builder.Environment.IsDevelopment(),
                "Authentication:Mode is DevelopmentHeaders, which believes every caller and therefore only runs in the Development environment (ASPNETCORE_ENVIRONMENT=Development).")
            .ValidateOnStart();
        builder.Services.AddSingleton<IClientAuthenticator, DevelopmentHeaderAuthenticator>();
        builder.Services.AddSingleton<RequestContextVerifier>();
    }

    /// <summary>From here on the caller of an endpoint that declares <see cref="Access"/> is known and may use it.</summary>
    public static void UseClientAuthentication(this IApplicationBuilder app) => app.UseMiddleware<CallerMiddleware>();

    /// <summary>Declares the scope and the request context that the endpoints ask for.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoints, string scope, ActsFor actsFor = ActsFor.Nobody)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new Access(scope, actsFor));
}
