using System.Threading.RateLimiting;
using Microsoft.IdentityModel.Tokens;

namespace LoApi.PlainAspNet.Authentication;

/// <summary>An app server that may call, from <c>Clients:0</c>, <c>Clients:1</c> and so on.</summary>
internal sealed class Client
{
    public required string Id { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Base64.</summary>
    public required string Key { get; init; }

    public required int Rate { get; init; }

    public required int Burst { get; init; }

    public string[] Scopes { get; init; } = ["reference:read", "users:read", "payoffs:read", "payoffs:write"];

    public SymmetricSecurityKey SecurityKey => field ??= new(Convert.FromBase64String(Key)) { KeyId = KeyId };

    public TokenBucketRateLimiterOptions Limit => field ??= new()
    {
        TokenLimit = Burst,
        TokensPerPeriod = Rate,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
