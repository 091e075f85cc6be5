using LoApi.Audit;
using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>Walks the chains of the audit log. It may run beside a service that appends to them.</summary>
public sealed class AuditVerification
{
    private readonly Database _database;
    private readonly AuditKeys _keys;

    internal AuditVerification(Database database, AuditKeys keys)
    {
        _database = database;
        _keys = keys;
    }

    /// <summary>
    /// Verifies a part of the log. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer, and
    /// <see cref="IOException"/> where the file of heads cannot be read.
    /// </summary>
    /// <param name="range">Which part.</param>
    /// <param name="headsFile">A file of heads, to hold the chains against; null for none.</param>
    /// <param name="progress">Takes the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AuditVerdict> VerifyAsync(
        AuditRange range, string? headsFile = null, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var heads = HeadLines.Read(headsFile, AuditPartition.Count, _keys);
        var total = Math.Max(1, await CountAsync(cancellation));
        var done = 0L;
        var findings = new List<AuditFinding>();
        for (var partition = 0; partition < AuditPartition.Count; partition++)
        {
            var walk = new ChainWalk(_database, _keys, heads[partition], partition);
            var before = done;
            if (await walk.WalkAsync(range, walked => progress?.Invoke(Math.Min(1, (double)(done += walked) / total)), cancellation) is { } finding)
            {
                findings.Add(finding);
            }

            done = before + walk.Records;
        }

        return new(done, heads.Sum(chain => chain.Count), [.. findings]);
    }

    private async Task<long> CountAsync(CancellationToken cancellation) => (await _database.QueryAsync<long>(
        """
        SELECT COALESCE(SUM(chain_position), 0)
        FROM AUDIT_HEAD
        """,
        new Bindings(),
        cancellation))[0];
}
