using System.Collections.Concurrent;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What verified tokens say, by their hash. Two generations: the younger takes what is new, and once it is full or as old
/// as a token can become, it is the elder and the elder is gone. So nothing stays for longer than two lifetimes, and there
/// are never more than twice <see cref="GenerationSize"/> entries. Only tokens with a right signature come here: nobody
/// else can crowd them out.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    /// <summary>Entries of a generation at most.</summary>
    public const int GenerationSize = 10_000;

    private static readonly TimeSpan GenerationAge = TokenRules.MaxLifetime + (2 * TokenRules.ClockSkew);

    private readonly Lock _turning = new();
    private Generations _generations = new(new(), new(), 0, time.GetTimestamp());

    /// <summary>Entries, of either generation.</summary>
    public int Count => _generations.Younger.Count + _generations.Elder.Count;

    /// <summary>What the token says, perhaps expired by now; null where it is not remembered.</summary>
    public TokenClaims? Find(UInt256 hash)
    {
        var generations = _generations;
        return generations.Younger.TryGetValue(hash, out var claims) || generations.Elder.TryGetValue(hash, out claims) ? claims : null;
    }

    /// <summary>Remembers a token.</summary>
    public void Add(UInt256 hash, TokenClaims claims)
    {
        lock (_turning)
        {
            var generations = _generations;
            if (generations.Added >= GenerationSize || time.GetElapsedTime(generations.Begun) >= GenerationAge)
            {
                generations = new(new(), generations.Younger, 0, time.GetTimestamp());
            }

            generations.Younger[hash] = claims;
            _generations = generations with { Added = generations.Added + 1 };
        }
    }

    private sealed record Generations(
        ConcurrentDictionary<UInt256, TokenClaims> Younger,
        ConcurrentDictionary<UInt256, TokenClaims> Elder,
        int Added,
        long Begun);
}
