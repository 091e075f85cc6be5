using LoApi.Audit;
using LoApi.Storage.Audit;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    private static readonly string[] Personal = ["/contact", "/escrow/contact", "/escrow/phone", "/property_address", "/new_mailing_address"];

    [DialectFact]
    public async Task Erase_OfAResource_TakesPersonalDataAndLeavesTheChainWhole()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open();
        var payoff = await log.WriteAsync(versions: 3); // Not chained yet: erasure must not miss what waits.
        var other = await log.WriteAsync();
        var id = payoff.Id!.Value.ToString();
        var answer = Sample.Answer() with { ResourceId = id, Body = """{"id":"1","contact":{"name":"Ada"},"escrow":{"company":"T","contact":null,"phone":"1"}}""" };
        var entry = Sample.Entry(new PayoffUpdate(payoff with { Version = 4 }, 3)) with { PayloadDigest = new string('d', 64), Before = Sample.Entry(new PayoffInsert(payoff)).After };
        await host.Writer.WriteAsync(new ChangeSet(entry, new IdempotencyInsert(answer)));
        Assert.Equal(Personal, AuditErasure.MembersOf("payoff"));

        var erased = await host.Erasure.EraseAsync("payoff", id, Personal, Sample.Caller);

        Assert.Equal(new ErasedData(Records: 4, Answers: 1), erased);
        var rows = (await log.RowsAsync(AuditPartition.Of(id))).Where(row => row.ResourceId == id).ToArray();
        Assert.Equal(["updated", "updated", "updated", "updated", "erased"], rows.Select(row => row.OutcomeCode));
        foreach (var row in rows[..4])
        {
            foreach (var secret in new[] { "Ada", "205-555-0100", "Gus", "503-555-0111", "Ledger Road", "Escrow Lane" })
            {
                Assert.DoesNotContain(secret, $"{row.BeforeState}{row.AfterState}", StringComparison.Ordinal);
            }

            Assert.Contains("\"contact\":{\"erased\":\"", row.AfterState, StringComparison.Ordinal);
            Assert.Contains("Thistledown Escrow", row.AfterState, StringComparison.Ordinal);
            Assert.DoesNotMatch("\":\"", row.MemberSalts);
        }

        Assert.StartsWith("erased:", rows[3].PayloadDigest, StringComparison.Ordinal);
        Assert.Equal(
            """{"id":"1","contact":null,"escrow":{"company":"T","contact":null,"phone":null}}""",
            (await host.Idempotency.FindAsync(answer.ClientId, answer.Key))!.Body);
        await log.DrainAsync(host);
        var kept = (await log.RowsAsync(AuditPartition.Of(other.Id!.Value.ToString()))).Single(row => row.ResourceId == other.Id.Value.ToString());
        Assert.Contains("Ada", kept.AfterState, StringComparison.Ordinal);
        Assert.Equal(payoff, await host.Payoffs.FindAsync(payoff.Id.Value)); // The row itself is business data.
        Assert.Empty((await host.Verification.VerifyAsync(AuditRange.All)).Findings);

        Assert.Equal(new ErasedData(0, 0), await host.Erasure.EraseAsync("payoff", id, Personal, Sample.Caller));
    }

    [DialectFact]
    public async Task Erase_OfAResourceWhoseAnswerWasPruned_FindsNothingLeftInIt()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open();
        var payoff = await log.WriteAsync();
        var id = payoff.Id!.Value.ToString();
        var old = Sample.Answer() with { ResourceId = id, Body = """{"contact":{"name":"Ada"}}""", CreatedAt = LongPast };
        var young = old with { Key = $"{old.Key}-2", CreatedAt = Sample.Instant };
        await host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(old), new IdempotencyInsert(young)));
        Assert.Equal(1, await host.Pruner.EntombAnswersAsync(LongPast.AddDays(1), limit: 10));

        Assert.Equal(new ErasedData(Records: 1, Answers: 1), await host.Erasure.EraseAsync("payoff", id, Personal, Sample.Caller));
        Assert.Equal("""{"contact":null}""", (await host.Idempotency.FindAsync(young.ClientId, young.Key))!.Body);
        Assert.Equal("null", (await host.Idempotency.FindAsync(old.ClientId, old.Key))!.Body);
    }

    [DialectFact]
    public async Task Erase_WhereAnAnswerCameAfterTheSearch_DoesNothingAndSearchesAgain()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open();
        var payoff = await log.WriteAsync();
        await log.DrainAsync(host);
        var id = payoff.Id!.Value.ToString();
        var before = await host.Erasure.FindAsync("payoff", id);
        var answer = Sample.Answer() with { ResourceId = id, Body = """{"contact":{"name":"Ada"}}""" };
        var change = new PayoffUpdate(payoff with { Version = 2 }, 1);
        Assert.Equal(WriteResult.Committed, await host.Writer.WriteAsync(new ChangeSet(Sample.Entry(change), change, new IdempotencyInsert(answer))));

        Assert.Null(await host.Erasure.TryEraseAsync(before, Personal, Sample.Caller)); // It waits to be chained.
        await log.DrainAsync(host);
        Assert.Null(await host.Erasure.TryEraseAsync(before, Personal, Sample.Caller)); // It is chained, and was not looked at.

        Assert.Equal(new ErasedData(Records: 2, Answers: 1), await host.Erasure.EraseAsync("payoff", id, Personal, Sample.Caller));
        Assert.Equal("""{"contact":null}""", (await host.Idempotency.FindAsync(answer.ClientId, answer.Key))!.Body);
    }

    [DialectFact]
    public async Task Erase_OfOneMember_LeavesTheOthersAndTheirSalts()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await using var host = log.Open();
        var payoff = await log.WriteAsync(versions: 2);
        var id = payoff.Id!.Value.ToString();

        Assert.Equal(2, (await host.Erasure.EraseAsync("payoff", id, ["/escrow/contact"], Sample.Caller)).Records);

        var row = (await log.RowsAsync(AuditPartition.Of(id)))[0];
        Assert.DoesNotContain("Gus", row.AfterState, StringComparison.Ordinal);
        Assert.Contains("Ada", row.AfterState, StringComparison.Ordinal);
        Assert.Empty((await host.Verification.VerifyAsync(AuditRange.All)).Findings);
        await log.TamperAsync($"UPDATE AUDIT_RECORD SET after_state = REPLACE(after_state, 'Ada', 'Eve') WHERE change_id = '{row.ChangeId}'");
        Assert.Equal(AuditFault.Changed, Assert.Single((await host.Verification.VerifyAsync(AuditRange.All)).Findings).Fault);
    }

    [DialectFact]
    public async Task Verify_OfPersonalDataErasedBySql_FindsThatNobodyRecordedIt()
    {
        await using var chain = await TamperedChain.CreateAsync(TestDatabase, records: 3);
        var row = (await chain.Database.RowsAsync(chain.Partition))[1];
        var erased = MemberSalts.Erase(row, ["/contact"]); // What a salt that lies beside its value lets anybody compute.
        await chain.TamperAsync(
            $"UPDATE AUDIT_RECORD SET after_state = '{erased.AfterState}', member_salts = '{erased.MemberSalts}' WHERE change_id = '{row.ChangeId}'");
        await chain.AssertFoundAsync(AuditFault.Erased, 2);
    }
}
