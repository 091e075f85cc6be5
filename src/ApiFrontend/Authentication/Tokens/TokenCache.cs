using System.Collections.Concurrent;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// What verified tokens say, by their hash. Bounded in number, in number of one client's, and in bytes: whoever signs many
/// tokens crowds out its own, and where the whole is full, it is the client with most that gives way. Only tokens with a
/// right signature come here, of clients within their limit. Nothing stays for much longer than two lifetimes of a token.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    /// <summary>Entries at most, each of less than a kilobyte.</summary>
    public const int Capacity = 20_000;

    /// <summary>Entries of one client at most.</summary>
    public const int MostOfOneClient = 4_000;

    private static readonly TimeSpan MaxAge = TokenRules.MaxLifetime + (2 * TokenRules.ClockSkew);

    private readonly ConcurrentDictionary<UInt256, TokenClaims> _tokens = new();
    private readonly Dictionary<string, Queue<(UInt256 Hash, long AddedAt)>> _clients = new(StringComparer.Ordinal); // The oldest first.
    private readonly Lock _lock = new();
    private long _sweptAt = time.GetTimestamp();
    private int _count;

    /// <summary>Entries.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What the token says, without what proves its user, and perhaps expired by now; null where it is not remembered.</summary>
    public TokenClaims? Find(UInt256 hash) => _tokens.TryGetValue(hash, out var claims) ? claims : null;

    /// <summary>Remembers a token, unless it is larger than those that there are need to be.</summary>
    public void Add(UInt256 hash, TokenClaims claims)
    {
        if (claims.UserId is { Length: > TokenRules.MaxRememberedIdLength } || claims.LocationId is { Length: > TokenRules.MaxRememberedIdLength })
        {
            return;
        }

        lock (_lock)
        {
            var now = time.GetTimestamp();
            Sweep(now);
            if (!_tokens.TryAdd(hash, claims.WithoutProof()))
            {
                return;
            }

            if (!_clients.TryGetValue(claims.ClientId, out var own))
            {
                _clients[claims.ClientId] = own = new();
            }

            own.Enqueue((hash, now));
            _count++;
            if (own.Count > MostOfOneClient)
            {
                Forget(own);
            }
            else if (_count > Capacity)
            {
                MakeRoom();
            }
        }
    }

    /// <summary>Forgets what is too old, once in such an age.</summary>
    private void Sweep(long now)
    {
        if (time.GetElapsedTime(_sweptAt, now) < MaxAge)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (client, own) in _clients)
        {
            while (own.TryPeek(out var oldest) && time.GetElapsedTime(oldest.AddedAt, now) >= MaxAge)
            {
                Forget(own);
            }

            if (own.Count == 0)
            {
                _clients.Remove(client);
            }
        }
    }

    /// <summary>Forgets half of what the client with most has, so that the next who comes need not look for it again.</summary>
    private void MakeRoom()
    {
        var most = _clients.Values.MaxBy(own => own.Count)!;
        for (var rest = (most.Count + 1) / 2; rest > 0; rest--)
        {
            Forget(most);
        }
    }

    private void Forget(Queue<(UInt256 Hash, long AddedAt)> own)
    {
        _tokens.TryRemove(own.Dequeue().Hash, out _);
        _count--;
    }
}
