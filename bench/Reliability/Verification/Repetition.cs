using System.Collections.Concurrent;
using LoApi.Reliability.Load;

namespace LoApi.Reliability.Verification;

/// <summary>Asks the service itself: every acknowledged write, sent once more, gets the answer that it got.</summary>
internal sealed class Repetition(Caller caller, int concurrency)
{
    /// <summary>What came out otherwise, as a sentence each.</summary>
    public async Task<IReadOnlyCollection<string>> RepeatAsync(IEnumerable<Acknowledgement> acknowledged)
    {
        var findings = new ConcurrentQueue<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(acknowledged, options, async (each, _) =>
        {
            var again = await caller.SettleAsync(each.Write);
            var first = each.Answer;
            if (!again.Replayed || again.Status != first.Status || again.ETag != first.ETag || again.Body != first.Body)
            {
                findings.Enqueue($"{each.Write.Key} was answered {first.Status} {first.ETag} {first.Body}, and again, replayed {again.Replayed}: {again.Status} {again.ETag} {again.Body}");
            }
        });
        return findings;
    }
}
