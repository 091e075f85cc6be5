using LoApi.Reliability.Tests.Simulation.Database;
using LoApi.Storage.Audit;
using LoApi.Storage.Tokens;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// Holds the database against what the clients were told, when all is quiet: what was acknowledged is there, once; what
/// was refused is not; each version of a payoff has its record in the idempotency table and in the audit log, each of
/// which follows from the one before.
/// </summary>
internal sealed class Judgement(SimulatedServer server, World world, Silo silo)
{
    private readonly List<string> _findings = [];

    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        var answers = Query(
            "SELECT idempotency_key, resource_id, http_status, etag, response_body FROM IDEMPOTENCY_RECORD",
            row => new StoredAnswer(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4)));
        var payoffs = Query(
            "SELECT id, sba_loan_number, status, contact_name, version FROM PAYOFF",
            row => new StoredPayoff(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)));
        var audits = Query(
            "SELECT resource_id, version_after, before_state, after_state FROM AUDIT_RECORD WHERE record_kind = 'change' ORDER BY partition_no, chain_position",
            row => new StoredAudit(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3)));
        var spent = Query("SELECT token_id, fingerprint FROM SPENT_TOKEN", row => (Token: row.GetString(0), Fingerprint: row.GetString(1)));
        var waiting = Query("SELECT change_id FROM AUDIT_OUTBOX", row => row.GetString(0));

        JudgeKeyed(answers.ToDictionary(answer => answer.Key, StringComparer.Ordinal));
        JudgeKeyless(audits);
        JudgePayoffs(payoffs, answers, audits);
        JudgeTokens(spent.ToDictionary(token => token.Token, token => token.Fingerprint, StringComparer.Ordinal), audits);
        Check(waiting.Count == 0, $"{waiting.Count} records are not chained.");
        await RepeatAsync();
        var verdict = await silo.Verification.VerifyAsync(AuditRange.All);
        _findings.AddRange(verdict.Findings.Select(finding => $"audit: {finding}"));
        return _findings;
    }

    private void JudgeKeyed(Dictionary<string, StoredAnswer> stored)
    {
        foreach (var operation in world.Operations.Where(operation => operation.IsKeyed))
        {
            Check(operation.OtherAnswer is null, $"{operation} was answered {operation.Answer} and then {operation.OtherAnswer}.");
            var isThere = stored.Remove(operation.Key, out var record);
            if (operation.Answer is { } answer)
            {
                Check(
                    isThere && (record!.ResourceId, record.Status, record.ETag, record.Body) == (answer.ResourceId, answer.Status, answer.ETag, answer.Body),
                    $"lost: {operation} was acknowledged {answer}, and there is {record}.");
            }
            else
            {
                Check(!isThere || operation.Unknown > 0, $"{operation} was told that nothing was done ({operation.Refusal}), and there is {record}.");
            }
        }

        Check(stored.Count == 0, $"Nobody asked for {string.Join(", ", stored.Keys)}.");
    }

    private void JudgeKeyless(List<StoredAudit> audits)
    {
        foreach (var operation in world.Operations.Where(operation => !operation.IsKeyed))
        {
            var made = audits.Count(audit => audit.After.Contains($"\"By {operation.Key}\"", StringComparison.Ordinal)
                && audit.Before?.Contains($"\"By {operation.Key}\"", StringComparison.Ordinal) != true);
            Check(operation.Answer is null || made == 1, $"{operation} was acknowledged, and there are {made} versions of it.");
            Check(operation.Answer is not null || operation.Unknown > 0 || made == 0, $"{operation} was told that nothing was done ({operation.Refusal}), and there is {made} version of it.");
        }
    }

    /// <summary>Each version was paid for with a token of its own, and of those who shared one, one at most had its way.</summary>
    private void JudgeTokens(Dictionary<string, string> spent, List<StoredAudit> audits)
    {
        Check(spent.Count == audits.Count, $"{audits.Count} changes were made with {spent.Count} tokens.");
        Check(
            spent.Values.Distinct(StringComparer.Ordinal).Count() == spent.Count,
            $"doubled: {string.Join(", ", spent.Values.GroupBy(write => write, StringComparer.Ordinal).Where(write => write.Count() > 1).Select(write => write.Key))}.");
        foreach (var shared in world.Operations.Where(operation => operation.Token is not null).GroupBy(operation => operation.Token!, StringComparer.Ordinal))
        {
            var done = shared.Where(operation => operation.Answer is not null).ToArray();
            Check(done.Length <= 1, $"{shared.Key} made {string.Join(" and ", done.AsEnumerable())}.");
            var id = SpentTokenTable.IdOf("prepay", shared.Key).ToString("D");
            Check(
                done.Length == 0 || (spent.TryGetValue(id, out var write) && write == done[0].Fingerprint),
                $"{shared.Key} was not spent on {done.FirstOrDefault()}.");
        }
    }

    private void JudgePayoffs(List<StoredPayoff> payoffs, List<StoredAnswer> answers, List<StoredAudit> audits)
    {
        foreach (var open in payoffs.Where(payoff => payoff.Status == "received").GroupBy(payoff => payoff.Loan, StringComparer.Ordinal))
        {
            Check(open.Count() == 1, $"{open.Key} has {open.Count()} open payoffs.");
        }

        var written = answers.ToLookup(answer => answer.ResourceId, StringComparer.Ordinal);
        var audited = audits.ToLookup(audit => audit.ResourceId, StringComparer.Ordinal);
        foreach (var payoff in payoffs)
        {
            Judge(payoff, [.. written[payoff.Id]], [.. audited[payoff.Id]]);
        }

        var known = payoffs.Select(payoff => payoff.Id).ToHashSet(StringComparer.Ordinal);
        Check(answers.TrueForAll(answer => known.Contains(answer.ResourceId)), "An answer is about a payoff that is not there.");
        Check(audits.TrueForAll(audit => known.Contains(audit.ResourceId)), "An audit record is about a payoff that is not there.");
    }

    private void Judge(StoredPayoff payoff, StoredAnswer[] answers, StoredAudit[] audits)
    {
        var versions = Enumerable.Range(1, (int)payoff.Version).Select(version => (long)version).ToArray();
        Check(
            answers.Select(answer => answer.ETag).Distinct(StringComparer.Ordinal).Count() == answers.Length,
            $"doubled: {payoff} came of {string.Join(", ", answers.Select(answer => $"{answer.Key} {answer.ETag}"))}.");
        Check(
            audits.Select(audit => audit.Version).SequenceEqual(versions),
            $"{payoff} has the audit records {string.Join(", ", audits.Select(audit => audit.Version))}.");
        Check(
            audits.Zip(audits.Skip(1)).All(pair => pair.First.After == pair.Second.Before) && audits is [{ Before: null }, ..],
            $"The audit records of {payoff} do not follow from each other.");
        Check(
            audits is [.., { After: var last }] && last.Contains(payoff.Contact, StringComparison.Ordinal) && last.Contains($"\"{payoff.Status}\"", StringComparison.Ordinal),
            $"{payoff} is not what its last audit record says.");
        foreach (var answer in answers)
        {
            Check(audits.Count(audit => audit.After == answer.Body) == 1, $"unaudited: {answer.Key} {answer.ETag}.");
        }
    }

    private async Task RepeatAsync()
    {
        foreach (var operation in world.Operations.Where(operation => operation.IsKeyed && operation.Answer is not null))
        {
            var again = await Client.RepeatAsync(silo, operation);
            var expected = operation.Answer! with { Replayed = true };
            Check(again?.Value == expected, $"{operation} was answered {operation.Answer}, and when asked again {again?.Value}.");
        }
    }

    private void Check(bool holds, string finding)
    {
        if (!holds)
        {
            _findings.Add(finding);
        }
    }

    private List<T> Query<T>(string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, T> map)
    {
        var connection = server.Take();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(map(reader));
            }

            return rows;
        }
        finally
        {
            server.GiveBack(connection);
        }
    }

    private sealed record StoredAnswer(string Key, string ResourceId, int Status, string ETag, string Body);

    private sealed record StoredPayoff(string Id, string Loan, string Status, string Contact, long Version);

    private sealed record StoredAudit(string ResourceId, long Version, string? Before, string After);
}
