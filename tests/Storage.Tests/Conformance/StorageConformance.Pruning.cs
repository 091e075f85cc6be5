using LoApi.Callers;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    // Before anything of the other tests: they share the database.
    private static readonly DateTimeOffset LongPast = new(1950, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [DialectFact]
    public async Task Write_OfASpentToken_IsAUniqueConflictAndUndoesItsOtherChanges()
    {
        var client = Sample.ClientId();
        var token = Sample.Token() with { Id = new string('é', 128) };
        Assert.Null(await Host.SpentTokens.FindWriteAsync(client, token.Id));
        Assert.Equal(WriteResult.Committed, await SpendAsync(client, token));
        Assert.Equal(token.Fingerprint, await Host.SpentTokens.FindWriteAsync(client, token.Id));

        var payoff = Sample.Payoff();
        var again = token with { Fingerprint = new string('f', 64), ExpiresAt = token.ExpiresAt.AddSeconds(1) };
        Assert.Equal(
            WriteResult.UniqueConflict,
            await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff), new TokenSpend(client, again))));
        Assert.Null(await Host.Payoffs.FindAsync(payoff.Id!.Value));
        Assert.Equal(token.Fingerprint, await Host.SpentTokens.FindWriteAsync(client, token.Id));

        Assert.Equal(WriteResult.Committed, await SpendAsync(Sample.ClientId(), token));
        Assert.Equal(WriteResult.Committed, await SpendAsync(client, token with { Id = token.Id[1..] }));
    }

    [DialectFact]
    public async Task Write_OfOneTokenInManyChangeSetsAtOnce_CommitsOneOfThem()
    {
        var (client, token) = (Sample.ClientId(), Sample.Token());
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Host.Writer.WriteAsync(
            Sample.Changes(new PayoffInsert(Sample.Payoff()), new TokenSpend(client, token)))));
        Assert.Single(results, result => result == WriteResult.Committed);
        Assert.Equal(39, results.Count(result => result == WriteResult.UniqueConflict));
    }

    [DialectFact]
    public async Task RemoveTokens_OfThoseThatExpired_LeavesTheOthers()
    {
        var client = Sample.ClientId();
        TokenUse[] tokens = [.. Enumerable.Range(0, 5).Select(i => Sample.Token() with { ExpiresAt = LongPast.AddSeconds(i) })];
        await Task.WhenAll(tokens.Select(token => SpendAsync(client, token)));

        Assert.Equal(2, await Host.Pruner.RemoveTokensAsync(LongPast.AddSeconds(4), limit: 2));
        Assert.Equal([false, false, true, true, true], await SpentAsync());
        Assert.Equal(2, await Host.Pruner.RemoveTokensAsync(LongPast.AddSeconds(4), limit: 10));
        Assert.Equal(0, await Host.Pruner.RemoveTokensAsync(LongPast.AddSeconds(4), limit: 10));
        Assert.Equal([false, false, false, false, true], await SpentAsync());

        async Task<IEnumerable<bool>> SpentAsync() =>
            (await Task.WhenAll(tokens.Select(token => Host.SpentTokens.FindWriteAsync(client, token.Id)))).Select(write => write is not null);
    }

    [DialectFact]
    public async Task EntombAnswers_OfThoseThatAreOld_LeavesTheirKeys()
    {
        IdempotencyRecord[] answers = [.. Enumerable.Range(0, 4).Select(i => Sample.Answer() with { CreatedAt = LongPast.AddDays(i) })];
        foreach (var answer in answers)
        {
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer))));
        }

        var before = LongPast.AddDays(3);
        Assert.Equal(2, await Host.Pruner.EntombAnswersAsync(before, limit: 2));
        Assert.Equal(1, await Host.Pruner.EntombAnswersAsync(before, limit: 2));
        Assert.Equal(0, await Host.Pruner.EntombAnswersAsync(before, limit: 2));
        foreach (var answer in answers[..3])
        {
            var tombstone = await Host.Idempotency.FindAsync(answer.ClientId, answer.Key);
            Assert.Equal(answer with { ResourceId = "-", ETag = "-", Body = "null", IsTombstone = true }, tombstone);
            Assert.Equal(
                WriteResult.UniqueConflict,
                await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer))));
        }

        Assert.Equal(answers[3], await Host.Idempotency.FindAsync(answers[3].ClientId, answers[3].Key));

        // Tombstones go in the end, and nothing but them.
        Assert.Equal(2, await Host.Pruner.RemoveTombstonesAsync(LongPast.AddDays(2), limit: 10));
        Assert.Equal(1, await Host.Pruner.RemoveTombstonesAsync(LongPast.AddDays(10), limit: 10));
        Assert.Null(await Host.Idempotency.FindAsync(answers[2].ClientId, answers[2].Key));
        Assert.Equal(answers[3], await Host.Idempotency.FindAsync(answers[3].ClientId, answers[3].Key));
    }

    [DialectFact]
    public async Task Erase_OfAnAnswerThatWasEntombedMeanwhile_LeavesTheTombstoneAsItIs()
    {
        var answer = Sample.Answer();
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer))));
        var key = new IdempotencyKeyRow { ClientId = answer.ClientId, IdempotencyKey = answer.Key };
        var erase = IdempotencyRow.Erase.Row("{}", answer.ClientId, answer.Key, false);

        Assert.True(await WriteRowAsync(erase));
        Assert.Equal("{}", (await Host.Idempotency.FindAsync(answer.ClientId, answer.Key))!.Body);
        Assert.True(await WriteRowAsync(IdempotencyRow.ToEntomb(key)));
        Assert.False(await WriteRowAsync(erase));
        Assert.Equal("null", (await Host.Idempotency.FindAsync(answer.ClientId, answer.Key))!.Body);
    }

    [DialectFact]
    public async Task DeleteOfATombstone_WhereAnAnswerStandsInstead_LeavesIt()
    {
        var answer = Sample.Answer();
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer))));
        var key = new IdempotencyKeyRow { ClientId = answer.ClientId, IdempotencyKey = answer.Key };

        Assert.False(await WriteRowAsync(IdempotencyRow.ToDelete(key)));
        Assert.Equal(answer, await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
        Assert.True(await WriteRowAsync(IdempotencyRow.ToEntomb(key)));
        Assert.True(await WriteRowAsync(IdempotencyRow.ToDelete(key)));
        Assert.Null(await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
    }

    [DialectFact]
    public async Task EntombAnswers_SliceAfterSlice_LetsAWriterInBetween()
    {
        var before = LongPast.AddYears(-1);
        var old = Enumerable.Range(0, 100).Select(i => Sample.Answer() with { CreatedAt = before.AddSeconds(i) }).ToArray();
        await Task.WhenAll(old.Select(answer => Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer)))));

        for (var slice = 0; slice < 5; slice++)
        {
            // The writer comes while the slice is under way, and is done before the next one begins.
            var pruning = Host.Pruner.EntombAnswersAsync(before.AddSeconds(100), limit: 20);
            await InsertAsync(Sample.Payoff());
            Assert.Equal(20, await pruning);
            var left = await Task.WhenAll(old.Select(answer => Host.Idempotency.FindAsync(answer.ClientId, answer.Key)));
            Assert.Equal(20 * (slice + 1), left.Count(answer => answer!.IsTombstone));
        }

        Assert.Equal(0, await Host.Pruner.EntombAnswersAsync(before.AddSeconds(100), limit: 20));
        Assert.Equal(100, await Host.Pruner.RemoveTombstonesAsync(before.AddSeconds(100), limit: 1_000));
    }

    private async Task<bool> WriteRowAsync(Row row)
    {
        await using var transaction = await ChangeTransaction.BeginAsync(Host.Database);
        var written = await transaction.WriteAsync([row]);
        await transaction.CommitAsync();
        return written;
    }

    private Task<WriteResult> SpendAsync(string client, TokenUse token) =>
        Host.Writer.WriteAsync(Sample.Changes(new TokenSpend(client, token)));
}
