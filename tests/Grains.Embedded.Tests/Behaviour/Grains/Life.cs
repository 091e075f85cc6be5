using System.Collections.Concurrent;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>The lives of one key, seen from outside.</summary>
public sealed class Life
{
    private static readonly ConcurrentDictionary<string, Life> Lives = new();
    private readonly ConcurrentQueue<DeactivationReasonCode> _ends = new();
    private int _alive;
    private int _begun;
    private int _calls;
    private int _overlaps;

    public int Begun => Volatile.Read(ref _begun);

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>How often an activation began while another was alive.</summary>
    public int Overlaps => Volatile.Read(ref _overlaps);

    public IReadOnlyList<DeactivationReasonCode> Ends => [.. _ends];

    public static Life Of(string key) => Lives.GetOrAdd(key, _ => new Life());

    public int Begin()
    {
        if (Interlocked.Increment(ref _alive) != 1)
        {
            Interlocked.Increment(ref _overlaps);
        }

        return Interlocked.Increment(ref _begun);
    }

    public void End(DeactivationReasonCode reason)
    {
        _ends.Enqueue(reason);
        Interlocked.Decrement(ref _alive);
    }

    public void Count() => Interlocked.Increment(ref _calls);
}
