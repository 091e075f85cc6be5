using System.Security.Claims;
using System.Threading.RateLimiting;
using LoApi.PlainAspNet.Errors;
using Microsoft.AspNetCore.Authentication;

namespace LoApi.PlainAspNet.Authentication;

internal static class AccessExtensions
{
    /// <summary>Adds the authentication of clients, a policy per scope, and a token bucket per client.</summary>
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Clients>();
        builder.Services
            .AddAuthentication(PreSharedKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, PreSharedKeyHandler>(PreSharedKeyHandler.SchemeName, null);
        var policies = builder.Services.AddAuthorizationBuilder();
        foreach (var scope in (string[])["reference:read", "users:read", "payoffs:read", "payoffs:write"])
        {
            policies.AddPolicy(scope, policy => policy.RequireClaim("scope", scope));
        }

        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.RequestServices.GetRequiredService<Clients>().Of(http.User) is { } client
                    ? RateLimitPartition.GetTokenBucketLimiter(client.Id, _ => client.Limit)
                    : RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = async (rejected, _) => await Problem.RateLimited.ExecuteAsync(rejected.HttpContext);
        });
    }

    public static string? UserId(this ClaimsPrincipal caller) => caller.FindFirstValue("user_id");

    public static string? LocationId(this ClaimsPrincipal caller) => caller.FindFirstValue("location_id");
}
