using LoApi.Reliability.Databases;
using LoApi.Reliability.Load;

namespace LoApi.Reliability.Verification;

/// <summary>
/// Holds the database against the ledger, at a moment at which every write is settled: then what is stored and what was
/// acknowledged are the same, neither less nor more.
/// </summary>
internal sealed class Inspection(
    Ledger ledger,
    IReadOnlyCollection<StoredPayoff> payoffs,
    IReadOnlyCollection<StoredAnswer> answers,
    IReadOnlyCollection<StoredChange> changes)
{
    private readonly List<string> _lost = [];
    private readonly List<string> _doubled = [];
    private readonly List<string> _unaudited = [];

    public Findings Inspect()
    {
        InspectKeys();
        InspectPayoffs();
        InspectChanges();
        return new Findings(_lost, _doubled, _unaudited, [.. ledger.Surprises]);
    }

    /// <summary>Each acknowledged key has its record, and no other key has one.</summary>
    private void InspectKeys()
    {
        var stored = answers.ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        foreach (var (write, answer) in ledger.Acknowledged)
        {
            if (!stored.Remove(write.Key, out var record))
            {
                _lost.Add($"{write.Method} {write.Path} with key {write.Key} has no record.");
            }
            else if (record.ResourceId != $"{answer.PayoffId}" || record.ETag != answer.ETag || record.Status != answer.Status)
            {
                _lost.Add($"{write.Key} was answered {answer.Status} {answer.PayoffId} {answer.ETag}, but the record says {record}.");
            }
        }

        _doubled.AddRange(stored.Values.Select(record => $"{record} was never acknowledged."));
    }

    /// <summary>Each payoff has had each of its versions acknowledged once, and is as the last of them said.</summary>
    private void InspectPayoffs()
    {
        var stored = payoffs.ToDictionary(payoff => payoff.Id);
        foreach (var writes in ledger.Acknowledged.GroupBy(acknowledged => acknowledged.PayoffId))
        {
            Acknowledgement[] history = [.. writes.OrderBy(acknowledged => acknowledged.Version)];
            _doubled.AddRange(history
                .GroupBy(acknowledged => acknowledged.Version)
                .Where(same => same.Skip(1).Any())
                .Select(same => $"version {same.Key} of {writes.Key} was acknowledged to {string.Join(", ", same.Select(each => each.Write.Key))}."));

            if (!stored.Remove(writes.Key, out var row))
            {
                _lost.Add($"payoff {writes.Key}, acknowledged {history.Length} times, is not there.");
                continue;
            }

            var last = history[^1];
            if (row.Version < last.Version || (row.Version == last.Version && row != Expected(last)))
            {
                _lost.Add($"{last.Write.Key} made version {last.Version}: {Expected(last)}, but there is {row}.");
            }
            else if (row.Version != history.Length)
            {
                _doubled.Add($"payoff {row.Id} is of version {row.Version} after {history.Length} acknowledged writes.");
            }
        }

        _doubled.AddRange(stored.Values.Select(row => $"{row} was never acknowledged."));
    }

    /// <summary>Each version of each payoff has its one audit record, and nothing else has one.</summary>
    private void InspectChanges()
    {
        var recorded = changes.ToLookup(change => change.PayoffId, change => change.Version);
        foreach (var payoff in payoffs)
        {
            long[] versions = [.. recorded[payoff.Id].Order()];
            if (!versions.SequenceEqual(Enumerable.Range(1, (int)payoff.Version).Select(version => (long)version)))
            {
                _unaudited.Add($"payoff {payoff.Id} is of version {payoff.Version}, and the audit log has {string.Join(", ", versions)}.");
            }
        }

        var known = payoffs.Select(payoff => payoff.Id).ToHashSet();
        _unaudited.AddRange(recorded.Where(each => !known.Contains(each.Key)).Select(each => $"payoff {each.Key} is in the audit log only."));
    }

    private static StoredPayoff Expected(Acknowledgement last)
    {
        var json = last.Answer.Json;
        return new(
            last.PayoffId,
            json.GetProperty("sba_loan_number").GetString()!,
            json.GetProperty("status").GetString()!,
            json.GetProperty("contact").GetProperty("name").GetString()!,
            last.Version);
    }
}
