using System.Text.Json;
using LoApi.Audit;
using LoApi.Json;
using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task Append_OfACommittedChange_RecordsAllThatIsKnownOfIt()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var payoff = Sample.FullPayoff();
        var entry = Sample.Entry(new PayoffInsert(payoff)) with
        {
            Before = """{"ß":"😀"}""",
            PayloadDigest = new string('d', 64),
            Caller = Sample.Caller with { Path = $"/{new string('p', 600)}\0\uD834" },
        };
        Assert.Equal(WriteResult.Committed, await log.Host.Writer.WriteAsync(new ChangeSet(entry, new PayoffInsert(payoff))));
        Assert.Equal(1, (await log.Host.Audit.BacklogAsync()).Count);
        Assert.Equal(entry.OccurredAt, (await log.Host.Audit.BacklogAsync()).Oldest);
        Assert.Null(await log.Host.Audit.FindAsync(entry.ChangeId));

        Assert.Equal(1, await log.DrainAsync());

        Assert.Equal(new AuditBacklog(0, null), await log.Host.Audit.BacklogAsync());
        var record = await log.Host.Audit.FindAsync(entry.ChangeId);
        Assert.Equal(
            new AuditRecord
            {
                Id = entry.ChangeId,
                Partition = AuditPartition.Of(payoff.Id!.Value.ToString()),
                Position = 1,
                Kind = AuditKind.Change,
                Outcome = AuditOutcome.Success,
                Code = "updated",
                OccurredAt = entry.OccurredAt,
                ClientId = "prepay",
                UserId = "7",
                LocationId = "12",
                Method = "POST",
                Path = $"/{new string('p', 499)}",
                ResourceType = "payoff",
                ResourceId = payoff.Id.Value.ToString(),
                VersionBefore = null,
                VersionAfter = 1,
                Before = """{"ß":"😀"}""",
                After = JsonSerializer.Serialize(payoff, LoApiJson.Models.Payoff),
                RequestId = "request-1",
                TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
                RemoteIp = "192.0.2.7",
                PayloadDigest = new string('d', 64),
                PreviousHash = new string('0', 64),
                Hash = record!.Hash,
            },
            record);
        await AssertSoundAsync(log, 1);
    }

    [DialectFact]
    public async Task Backlog_OfMoreThanIsCounted_IsOneMoreThanThat()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await log.WriteAsync(versions: 5);

        Assert.Equal(3, (await log.Host.Audit.BacklogAsync(cap: 2)).Count);
        Assert.Equal(5, (await log.Host.Audit.BacklogAsync(cap: 4)).Count);
        Assert.NotNull((await log.Host.Audit.BacklogAsync(cap: 2)).Oldest);
        Assert.Equal(5, (await log.Host.Audit.BacklogAsync()).Count);
    }

    [DialectFact]
    public async Task Append_AgainWithNothingWaiting_LeavesTheChainAsItIs()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await log.WriteAsync(versions: 3);
        Assert.Equal(3, await log.DrainAsync());
        Assert.Equal(0, await log.DrainAsync());
        await AssertSoundAsync(log, 3);
    }

    [DialectFact]
    public async Task Append_OfMoreThanABatch_GoesOnUntilNothingWaits()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open(("Audit:ChainBatch", "2"));
        for (var i = 0; i < 4; i++)
        {
            await log.WriteAsync(versions: 3);
        }

        Assert.Equal(12, await log.DrainAsync(host));
        await AssertSoundAsync(log, 12);
    }

    [DialectFact]
    public async Task Append_WhileItIsBehind_TakesFourTimesAsManyAtOnce()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open(("Audit:ChainBatch", "2"));
        var resource = Guid.NewGuid().ToString();
        for (var version = 1; version <= 20; version++)
        {
            // The first ten have waited for a minute, the others not at all.
            var entry = Sample.Entry() with { ResourceType = "payoff", ResourceId = resource, VersionAfter = version };
            var written = new ChangeSet(entry with { OccurredAt = entry.OccurredAt.AddMinutes(version <= 10 ? -1 : 1) }, new IdempotencyInsert(Sample.Answer()));
            Assert.Equal(WriteResult.Committed, await log.Host.Writer.WriteAsync(written));
        }

        var counts = new List<int>();
        for (var more = true; more;)
        {
            var chained = await host.Chain.AppendAsync(AuditPartition.Of(resource));
            counts.Add(chained.Count);
            more = chained.More;
        }

        Assert.Equal([2, 8, 8, 2, 0], counts);
    }

    [DialectFact]
    public async Task Append_OfARefusedChange_RecordsNothing()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var payoff = await log.WriteAsync();
        Assert.Equal(
            WriteResult.VersionConflict,
            await log.Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = 9 }, 8))));
        Assert.Equal(
            WriteResult.UniqueConflict,
            await log.Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(payoff.SbaLoanNumber)))));
        Assert.Equal(1, await log.DrainAsync());
    }

    [DialectFact]
    public async Task Write_OfTheSameChangeSetTwice_MeetsItsChangeId()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var payoff = await log.WriteAsync();
        var entry = Sample.Entry(new PayoffUpdate(payoff with { Version = 2 }, 1));
        var answer = new IdempotencyInsert(Sample.Answer());
        Assert.Equal(WriteResult.Committed, await log.Host.Writer.WriteAsync(new ChangeSet(entry, answer)));
        var again = new ChangeSet(entry, new IdempotencyInsert(Sample.Answer()));
        Assert.Equal(WriteResult.UniqueConflict, await log.Host.Writer.WriteAsync(again));
    }

    [DialectFact]
    public async Task Append_OfARowThatIsChainedAlready_DropsTheRow()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var entry = Sample.Entry();
        foreach (var _ in new[] { 1, 2 })
        {
            var changes = new ChangeSet(entry, new IdempotencyInsert(Sample.Answer()));
            Assert.Equal(WriteResult.Committed, await log.Host.Writer.WriteAsync(changes));
            await log.DrainAsync();
        }

        Assert.Equal(0, (await log.Host.Audit.BacklogAsync()).Count);
        await AssertSoundAsync(log, 1);
    }

    [DialectFact]
    public async Task Append_OfVersionsInAnyOrderOfTheirIds_ChainsThemInTheirOrder()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open(("Audit:ChainBatch", "2"));
        var resource = Guid.NewGuid().ToString();
        AuditEntry[] entries = [.. Enumerable.Range(0, 6).Select(_ => Sample.Entry())];
        for (var version = 1; version <= 6; version++)
        {
            // The latest version has the earliest id, as where clocks differ.
            var entry = entries[^version] with { ResourceType = "payoff", ResourceId = resource, VersionAfter = version };
            var changes = new ChangeSet(entry, new IdempotencyInsert(Sample.Answer()));
            Assert.Equal(WriteResult.Committed, await log.Host.Writer.WriteAsync(changes));
        }

        await log.DrainAsync(host);
        var rows = await log.RowsAsync(AuditPartition.Of(resource));
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(row => row.VersionAfter));
    }

    [DialectFact]
    public async Task Append_ByTwoProcessesAtOnce_ForksNothing()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var one = log.Open(("Audit:ChainBatch", "7"));
        await using var other = log.Open(("Audit:ChainBatch", "5"));
        using var written = new CancellationTokenSource();
        var chainers = new[] { one, other, one, other }.Select(host => Task.Run(async () =>
        {
            while (!written.IsCancellationRequested)
            {
                await log.DrainAsync(host);
            }
        })).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => log.WriteAsync(versions: 5))));
        await written.CancelAsync();
        await Task.WhenAll(chainers);
        await log.DrainAsync();

        await AssertSoundAsync(log, 200);
        for (var partition = 0; partition < AuditPartition.Count; partition++)
        {
            foreach (var resource in (await log.RowsAsync(partition)).GroupBy(row => row.ResourceId))
            {
                Assert.Equal([1, 2, 3, 4, 5], resource.Select(row => row.VersionAfter));
            }
        }
    }

    [DialectFact]
    public async Task Append_WithARetiredKey_GoesOnWithTheNewOne()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await log.WriteAsync(versions: 2);
        await log.DrainAsync();
        var fresh = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        await using var rotated = log.Open(("Audit:Key", fresh), ("Audit:RetiredKeys:0", Convert.ToBase64String(new byte[32])));
        await log.WriteAsync(versions: 2);
        await log.DrainAsync(rotated);

        var verdict = await rotated.Verification.VerifyAsync(AuditRange.All, log.HeadsFile);
        Assert.Equal((4, 0), (verdict.Records, verdict.Findings.Length));

        var ignorant = await log.Host.Verification.VerifyAsync(AuditRange.All);
        Assert.Equal([AuditFault.Changed], ignorant.Findings.Select(finding => finding.Fault).Distinct());
        Assert.Contains("Audit:RetiredKeys", ignorant.Findings[0].Explanation, StringComparison.Ordinal);
    }

    private static async Task AssertSoundAsync(AuditedDatabase log, int records)
    {
        var verdict = await log.Host.Verification.VerifyAsync(AuditRange.All);
        Assert.Empty(verdict.Findings);
        Assert.Equal(records, verdict.Records);
    }
}
