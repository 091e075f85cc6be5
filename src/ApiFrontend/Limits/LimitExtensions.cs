using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

internal static class LimitExtensions
{
    /// <summary>Adds limits: of each client, and of requests without accepted credentials by address.</summary>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>()
            .BindConfiguration(LimitOptions.Section)
            .Validate(options => new RateLimit(options.AddressRate, 1).IsValid, "Limits:AddressRate lies between 1 and 1000000.")
            .Validate(options => new RateLimit(1, options.AddressBurst).IsValid, "Limits:AddressBurst lies between 1 and 1000000.")
            .Validate(options => Enum.IsDefined(options.UnknownReads), "Limits:UnknownReads is none of Open, Closed.")
            .Validate(options => Enum.IsDefined(options.UnknownWrites), "Limits:UnknownWrites is none of Open, Closed.")
            .Validate(
                options => options.LeaseTimeout >= TimeSpan.FromMilliseconds(10) && options.LeaseTimeout <= TimeSpan.FromSeconds(30),
                "Limits:LeaseTimeout lies between 00:00:00.01 and 00:00:30.")
            .ValidateOnStart();
        builder.Services.AddSingleton<TokenSources>(services => clientId => new GrainTokenSource(services.GetRequiredService<IGrainFactory>(), clientId));
        builder.Services.AddSingleton<LimitMeasures>();
        builder.Services.AddSingleton<ClientTokens>();
        builder.Services.AddSingleton<AddressTokens>();
        builder.Services.AddSingleton<RequestLimits>();
    }

    /// <summary>Lets the endpoints answer however often they are asked.</summary>
    public static TBuilder WithoutLimit<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(Unlimited.Instance);
}
