using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What was found out about users, by the hash of what proved it, until it expires. Two generations: the
/// younger takes what is new, and once it is full, it is the elder and the elder is gone; so there are never more than twice
/// <see cref="GenerationSize"/> entries. Only what was verified comes here.
/// </summary>
internal sealed class UserVerdictCache(TimeProvider time)
{
    /// <summary>Entries of a generation at most.</summary>
    public const int GenerationSize = 10_000;

    private readonly Lock _turning = new();
    private volatile Generations _generations = new(new(), new());
    private int _added;

    /// <summary>The key of a proof: nothing that could be used if it leaked.</summary>
    public static UInt256 Key(string audience, string proof)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(audience.AsSpan()));
        hash.AppendData([0, 0]); // No character of either.
        hash.AppendData(MemoryMarshal.AsBytes(proof.AsSpan()));
        return UInt256.Read(hash.GetHashAndReset());
    }

    /// <summary>What holds still; null where nothing is remembered.</summary>
    public UserVerdict? Find(UInt256 key)
    {
        var generations = _generations;
        return (generations.Younger.TryGetValue(key, out var verdict) || generations.Elder.TryGetValue(key, out verdict))
            && time.GetUtcNow() < verdict.ExpiresAt ? verdict : null;
    }

    /// <summary>Remembers a verdict.</summary>
    public void Add(UInt256 key, UserVerdict verdict)
    {
        lock (_turning)
        {
            if (++_added > GenerationSize)
            {
                _added = 1;
                _generations = new(new(), _generations.Younger);
            }

            _generations.Younger[key] = verdict;
        }
    }

    private sealed record Generations(
        ConcurrentDictionary<UInt256, UserVerdict> Younger, ConcurrentDictionary<UInt256, UserVerdict> Elder);
}
