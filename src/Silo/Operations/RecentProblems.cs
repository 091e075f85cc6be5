using System.Collections.Immutable;
using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>The last problems that this process answered with: so many that are the service's fault, and as many others, which cannot push those out.</summary>
public sealed class RecentProblems(TimeProvider time)
{
    private const int MaxText = 200;

    private readonly Lock _lock = new();
    private readonly Queue<SeenProblem> _ours = new();
    private readonly Queue<SeenProblem> _theirs = new();
    private long _number;

    /// <summary>All of them, in the order in which they came.</summary>
    public ImmutableArray<SeenProblem> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _ours.Concat(_theirs).OrderBy(problem => problem.Number)];
            }
        }
    }

    /// <summary>Takes one.</summary>
    public void Add(int status, string code, string method, string route, string? clientId, string requestId)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var problem = new SeenProblem(++_number, now, status, code, Cut(method), Cut(route), clientId, requestId);
            var queue = problem.IsOurs ? _ours : _theirs;
            queue.Enqueue(problem);
            if (queue.Count > SeenProblem.Kept)
            {
                queue.Dequeue();
            }
        }
    }

    private static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;
}
