using System.Collections.Concurrent;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>Where a grain and a test of one process meet, under the grain's key: steps, gates and counts.</summary>
public sealed class Probe
{
    private static readonly ConcurrentDictionary<string, Probe> Probes = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new();
    private readonly ConcurrentQueue<string> _steps = new();
    private int _running;
    private int _mostRunning;

    /// <summary>What happened, in its order.</summary>
    public IReadOnlyList<string> Steps => [.. _steps];

    /// <summary>The most that ever ran at the same time.</summary>
    public int MostRunning => Volatile.Read(ref _mostRunning);

    public static Probe Of(string key) => Probes.GetOrAdd(key, _ => new Probe());

    /// <summary>Notes a step, and lets those go who wait for it.</summary>
    public void Step(string step)
    {
        _steps.Enqueue(step);
        Signal(step).TrySetResult();
    }

    /// <summary>Waits for a step.</summary>
    public Task Until(string step) => Signal(step).Task;

    /// <summary>Counts one more that runs; answers how many there are.</summary>
    public int Enter()
    {
        var running = Interlocked.Increment(ref _running);
        int most;
        while (running > (most = MostRunning) && Interlocked.CompareExchange(ref _mostRunning, running, most) != most)
        {
        }

        return running;
    }

    public void Leave() => Interlocked.Decrement(ref _running);

    private TaskCompletionSource Signal(string step) =>
        _signals.GetOrAdd(step, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
