using LoApi.Audit;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Databases;

/// <summary>One chain of some records, the versions of one payoff, for somebody to tamper with.</summary>
internal sealed class TamperedChain : IAsyncDisposable
{
    private readonly StorageHost _host;
    private long _version;
    private Payoff _payoff = Sample.FullPayoff();

    private TamperedChain(AuditedDatabase database)
    {
        Database = database;
        _host = database.Open();
    }

    public AuditedDatabase Database { get; }

    public int Partition => AuditPartition.Of(_payoff.Id!.Value.ToString());

    public static async Task<TamperedChain> CreateAsync(TestDatabase database, int records)
    {
        var chain = new TamperedChain(await AuditedDatabase.CreateAsync(database));
        await chain.GrowAsync(records);
        return chain;
    }

    /// <summary>More versions, chained, with the head written to the file.</summary>
    public async Task GrowAsync(int records)
    {
        for (var i = 0; i < records; i++)
        {
            _payoff = _payoff with { Version = ++_version };
            RowChange change = _version == 1 ? new PayoffInsert(_payoff) : new PayoffUpdate(_payoff, _version - 1);
            Assert.Equal(WriteResult.Committed, await _host.Writer.WriteAsync(Sample.Changes(change)));
        }

        Assert.Equal(records, await Database.DrainAsync(_host));
        if (_version == records)
        {
            Assert.Empty((await VerifyAsync(withHeads: true)).Findings);
        }
    }

    public Task TamperAsync(params string[] statements) => Database.TamperAsync(statements);

    /// <summary>Keeps the records as they are now, for <see cref="RestoreAsync"/>.</summary>
    public Task KeepAsync() => Database.ExecuteAsync("CREATE TABLE AUDIT_KEPT AS SELECT * FROM AUDIT_RECORD");

    /// <summary>Undoes what was done to the records.</summary>
    public Task RestoreAsync() => Database.ExecuteAsync("DELETE FROM AUDIT_RECORD", "INSERT INTO AUDIT_RECORD SELECT * FROM AUDIT_KEPT");

    public Task<AuditVerdict> VerifyAsync(bool withHeads) =>
        _host.Verification.VerifyAsync(AuditRange.All, withHeads ? Database.HeadsFile : null);

    /// <summary>Verification finds this, and names the place.</summary>
    public async Task AssertFoundAsync(AuditFault fault, long position)
    {
        var finding = Assert.Single((await VerifyAsync(withHeads: true)).Findings);
        Assert.Equal((fault, Partition, position), (finding.Fault, finding.Partition, finding.Position));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
