using System.Globalization;
using LoApi.Reliability.Load;

namespace LoApi.Reliability.Cluster;

/// <summary>What callers noticed of something that happened at a moment.</summary>
internal sealed class Experience
{
    /// <summary>p99 is back once it is at most this many times what it was, or this much more, three seconds running.</summary>
    private const double Tolerance = 2;
    private const int Running = 3;

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    /// <param name="journal">What callers saw.</param>
    /// <param name="since">From when on what was before is measured.</param>
    /// <param name="at">When it happened.</param>
    public Experience(Journal journal, long since, long at)
    {
        Failure[] failures = [.. journal.Failures.Where(failure => failure.EndedAt > at)];
        Settlement[] before = [.. journal.Settlements.Where(settlement => settlement.EndedAt > since && settlement.EndedAt <= at)];
        Settlement[] after = [.. journal.Settlements.Where(settlement => settlement.EndedAt > at)];
        Errors = failures.CountBy(failure => failure.Code, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        ErrorsUntil = failures.Length == 0 ? TimeSpan.Zero : failures.Max(failure => TimeProvider.System.GetElapsedTime(at, failure.EndedAt));
        Requests = after.Length;
        LongestStall = after.Max(settlement => settlement.Took);
        Before = P99(before);
        BackAfter = FindBack(after, at, Before * Tolerance > Before + Grace ? Before * Tolerance : Before + Grace);
    }

    /// <summary>How many attempts failed, by code.</summary>
    public IReadOnlyDictionary<string, int> Errors { get; }

    /// <summary>Failed attempts to one request that was answered.</summary>
    public double ErrorShare => (double)Errors.Values.Sum() / Requests;

    /// <summary>From what happened to the last of them.</summary>
    public TimeSpan ErrorsUntil { get; }

    /// <summary>Requests that were answered after it happened.</summary>
    public int Requests { get; }

    /// <summary>The longest that a request took, with all its repetitions.</summary>
    public TimeSpan LongestStall { get; }

    /// <summary>p99 before.</summary>
    public TimeSpan Before { get; }

    /// <summary>From what happened until p99 was back for good; null where it was not.</summary>
    public TimeSpan? BackAfter { get; }

    /// <summary>The errors, as one line.</summary>
    public string ErrorLine => Errors.Count == 0
        ? "none"
        : string.Join(", ", Errors.OrderByDescending(error => error.Value).Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Value} {error.Key}")));

    private static TimeSpan P99(Settlement[] settlements)
    {
        TimeSpan[] sorted = [.. settlements.Select(settlement => settlement.Took).Order()];
        return sorted.Length == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(sorted.Length * 0.99) - 1];
    }

    // The first second from which on every three have enough answers, none of them too late.
    private static TimeSpan? FindBack(Settlement[] after, long at, TimeSpan bound)
    {
        var seconds = after.GroupBy(settlement => (int)TimeProvider.System.GetElapsedTime(at, settlement.EndedAt).TotalSeconds).ToDictionary(group => group.Key, group => P99([.. group]));
        for (var second = 0; second <= seconds.Keys.Max() - Running; second++)
        {
            if (Enumerable.Range(second, Running).All(each => seconds.TryGetValue(each, out var p99) && p99 <= bound))
            {
                return TimeSpan.FromSeconds(second);
            }
        }

        return null;
    }
}
