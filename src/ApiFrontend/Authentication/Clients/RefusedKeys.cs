using LoApi.Clients;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Ids of keys of which a client that was read anew a moment ago knew nothing: they are not worth another reading, which a
/// key that was just made may need. Each has one place of a few, by its hash; the next one takes it.
/// </summary>
internal sealed class RefusedKeys(TimeProvider clock)
{
    private const int Places = 256;

    // What a grain answered may be as old as that: a key that was made meanwhile waits no longer.
    private static readonly TimeSpan MaxAge = ClientStaleness.Grain;

    private readonly Refused?[] _places = new Refused?[Places];

    /// <summary>Whether it was refused within the last second.</summary>
    public bool Hold(string keyId) =>
        Volatile.Read(ref PlaceOf(keyId)) is { } refused
        && string.Equals(refused.KeyId, keyId, StringComparison.Ordinal)
        && clock.GetElapsedTime(refused.At) < MaxAge;

    /// <summary>Remembers one.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="at">When what it was refused by was asked for, by the clock's timestamp.</param>
    public void Add(string keyId, long at) => Volatile.Write(ref PlaceOf(keyId), new(keyId, at));

    private ref Refused? PlaceOf(string keyId) => ref _places[(uint)string.GetHashCode(keyId, StringComparison.Ordinal) % Places];

    private sealed record Refused(string KeyId, long At);
}
