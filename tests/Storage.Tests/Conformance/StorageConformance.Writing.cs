using System.Diagnostics;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Payoffs;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task Write_OfSeveralChanges_CommitsThemTogether()
    {
        var payoff = Sample.Payoff();
        var answer = Sample.Answer() with { Body = new string('ß', 20_000) };

        var result = await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff), new IdempotencyInsert(answer)));

        Assert.Equal(WriteResult.Committed, result);
        Assert.Equal(payoff, await Host.Payoffs.FindAsync(payoff.Id!.Value));
        Assert.Equal(answer, await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
        Assert.Null(await Host.Idempotency.FindAsync("somebody else", answer.Key));
        Assert.Null(await Host.Idempotency.FindAsync(answer.ClientId, "another"));
    }

    [DialectFact]
    public async Task Write_OfAnIdempotencyKeyAtItsBounds_KeepsItAsItIs()
    {
        foreach (var key in new[] { "a", "A", new string('k', 255), "%_'\"\\ :x" })
        {
            var answer = Sample.Answer(key) with { ClientId = Sample.UserId() };
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer))));
            Assert.Equal(answer, await Host.Idempotency.FindAsync(answer.ClientId, key));
        }
    }

    [DialectFact]
    public async Task Write_OfASecondOpenPayoff_IsAUniqueConflictAndUndoesItsOtherChanges()
    {
        var first = await InsertAsync(Sample.Payoff());
        var second = Sample.Payoff(first.SbaLoanNumber);
        var answer = Sample.Answer();

        var result = await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer), new PayoffInsert(second)));

        Assert.Equal(WriteResult.UniqueConflict, result);
        Assert.Null(await Host.Payoffs.FindAsync(second.Id!.Value));
        Assert.Null(await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
        Assert.Equal(first, await Host.Payoffs.FindOpenAsync(first.SbaLoanNumber!));
    }

    [DialectFact]
    public async Task Write_OfAPayoffForAClosedLoan_CommitsWhateverClosedIt()
    {
        foreach (var status in new[] { PayoffStatus.Completed, PayoffStatus.Cancelled, PayoffStatus.Rejected, PayoffStatus.Expired })
        {
            var first = await InsertAsync(Sample.Payoff());
            await UpdateAsync(first with { Status = status, Version = 2 }, 1);

            await InsertAsync(Sample.Payoff(first.SbaLoanNumber));
        }
    }

    [DialectFact]
    public async Task Write_OfTheSameIdTwice_IsAUniqueConflict()
    {
        var payoff = await InsertAsync(Sample.Payoff());

        Assert.Equal(
            WriteResult.UniqueConflict,
            await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff() with { Id = payoff.Id }))));
    }

    [DialectFact]
    public async Task Write_OfAnUpdate_ChangesEveryMember()
    {
        var payoff = await InsertAsync(Sample.Payoff());
        var changed = Sample.FullPayoff() with
        {
            Id = payoff.Id,
            RequestedBy = payoff.RequestedBy,
            CreatedAt = payoff.CreatedAt,
            UpdatedAt = Sample.Instant.AddDays(1),
            Version = 2,
        };

        await UpdateAsync(changed, 1);
        Assert.Equal(changed, await Host.Payoffs.FindAsync(payoff.Id!.Value));

        await UpdateAsync(payoff with { Version = 3 }, 2);
        Assert.Equal(payoff with { Version = 3 }, await Host.Payoffs.FindAsync(payoff.Id!.Value));
    }

    [DialectFact]
    public async Task Write_OfAnUpdateOfAnotherVersion_IsAVersionConflictAndChangesNothing()
    {
        var payoff = await InsertAsync(Sample.Payoff());
        var answer = Sample.Answer();

        var result = await Host.Writer.WriteAsync(Sample.Changes(
            new IdempotencyInsert(answer),
            new PayoffUpdate(payoff with { Status = PayoffStatus.Cancelled, Version = 3 }, 2)));

        Assert.Equal(WriteResult.VersionConflict, result);
        Assert.Equal(payoff, await Host.Payoffs.FindAsync(payoff.Id!.Value));
        Assert.Null(await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
    }

    [DialectFact]
    public async Task Write_OfAnUpdateOfNothing_IsAVersionConflict() =>
        Assert.Equal(
            WriteResult.VersionConflict,
            await Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(Sample.Payoff() with { Version = 2 }, 1))));

    [DialectFact]
    public async Task Write_OfAValueThatDoesNotFit_ThrowsAndWritesNothing()
    {
        var payoff = Sample.Payoff();
        Payoff[] unfit =
        [
            payoff with { Contact = payoff.Contact! with { Name = "" } },
            payoff with { Contact = payoff.Contact with { Name = new string('x', 101) } },
            payoff with { Contact = payoff.Contact with { Name = "a\0b" } },
            payoff with { Contact = payoff.Contact with { Name = "a\uD834" } },
            payoff with { Contact = payoff.Contact with { Name = "\U0001D11E\0" } },
            payoff with { Contact = null },
            payoff with { PrepaymentAmount = 0.001m },
            payoff with { PrepaymentAmount = 10_000_000_000_000m },
            payoff with { CreatedAt = Sample.Instant.AddTicks(1) },
            payoff with { Escrow = new() { Contact = "Somebody" } },
            payoff with { Status = null },
            payoff with { Id = null },
        ];

        foreach (var each in unfit)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(each))));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff, 1))));
        Assert.Null(await Host.Payoffs.FindAsync(payoff.Id!.Value));
    }

    [DialectFact]
    public async Task Write_OfRacingPayoffsForOneLoan_CommitsExactlyOne()
    {
        // Two sets of services: their batchers know nothing of each other, as two processes' would not.
        await using var other = TestDatabase.Open();
        for (var round = 0; round < 10; round++)
        {
            var loan = Sample.LoanNumber();
            Payoff[] payoffs = [.. Enumerable.Range(0, 32).Select(_ => Sample.Payoff(loan))];

            var results = await Task.WhenAll(payoffs.Select((payoff, i) =>
                Task.Run(() => (i % 2 == 0 ? Host : other).Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))))));

            Assert.Single(results, WriteResult.Committed);
            Assert.Equal(31, results.Count(result => result == WriteResult.UniqueConflict));
            Assert.Equal(payoffs[results.IndexOf(WriteResult.Committed)], await Host.Payoffs.FindOpenAsync(loan));
        }
    }

    [DialectFact]
    public async Task Write_OfRacingUpdates_CommitsOnePerVersion()
    {
        await using var other = TestDatabase.Open();
        var payoff = await InsertAsync(Sample.Payoff());

        for (var version = 1L; version <= 10; version++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
                (i % 2 == 0 ? Host : other).Writer.WriteAsync(Sample.Changes(
                    new PayoffUpdate(payoff with { Version = version + 1, Contact = payoff.Contact! with { Name = $"Writer {i}" } }, version))))));

            Assert.Single(results, WriteResult.Committed);
            Assert.Equal(15, results.Count(result => result == WriteResult.VersionConflict));
            var found = await Host.Payoffs.FindAsync(payoff.Id!.Value);
            Assert.Equal(version + 1, found!.Version);
            Assert.Equal($"Writer {results.IndexOf(WriteResult.Committed)}", found.Contact!.Name);
        }
    }

    [DialectFact]
    public async Task Write_OfABatchWithFailingSets_CommitsTheOthers()
    {
        var taken = await InsertAsync(Sample.Payoff());
        await using var host = TestDatabase.Open(null, ("Writers", "1"));
        await using var barrier = await WriteBarrier.RaiseAsync(host);
        var blocked = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        await UntilAsync(() => host.BatchingWriter.Waiting == 0);

        // These gather behind the blocked one, so that they make one batch: 200 in four groups of savepoints.
        var writes = new List<(Payoff Payoff, WriteResult Expected, Task<WriteResult> Actual)>();
        for (var i = 0; i < 200; i++)
        {
            var payoff = Sample.Payoff();
            var answer = new IdempotencyInsert(Sample.Answer(payoff.Id.ToString()));
            var (changes, expected) = (i % 10) switch
            {
                3 => (Sample.Changes(new PayoffInsert(payoff with { SbaLoanNumber = taken.SbaLoanNumber }), answer), WriteResult.UniqueConflict),
                7 => (Sample.Changes(answer, new PayoffUpdate(payoff with { Version = 2 }, 1)), WriteResult.VersionConflict),
                _ => (Sample.Changes(new PayoffInsert(payoff), answer), WriteResult.Committed),
            };
            writes.Add((payoff, expected, host.Writer.WriteAsync(changes)));
        }

        await barrier.LowerAsync();
        Assert.Equal(WriteResult.Committed, await blocked);
        foreach (var (payoff, expected, actual) in writes)
        {
            Assert.Equal(expected, await actual);
            var there = expected == WriteResult.Committed;
            Assert.Equal(there ? payoff : null, await Host.Payoffs.FindAsync(payoff.Id!.Value));
            Assert.Equal(there, await Host.Idempotency.FindAsync("anonymous", payoff.Id.ToString()!) is not null);
        }
    }

    [DialectFact]
    public async Task Write_OfSuccessiveVersionsAtOnce_CommitsThemInOrder()
    {
        var payoff = await InsertAsync(Sample.Payoff());
        await using var host = TestDatabase.Open(null, ("Writers", "1"));
        await using var barrier = await WriteBarrier.RaiseAsync(host);
        var blocked = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        await UntilAsync(() => host.BatchingWriter.Waiting == 0);

        var writes = Enumerable.Range(1, 5)
            .Select(version => host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff with { Version = version + 1 }, version))))
            .ToArray();
        await barrier.LowerAsync();

        Assert.Equal(WriteResult.Committed, await blocked);
        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(WriteResult.Committed, result));
        Assert.Equal(6, (await Host.Payoffs.FindAsync(payoff.Id!.Value))!.Version);
    }

    [DialectFact]
    public async Task Write_OfAThousandAtOnce_CommitsThemAll()
    {
        Payoff[] payoffs = [.. Enumerable.Range(0, 1_000).Select(_ => Sample.Payoff())];

        var results = await Task.WhenAll(payoffs.Select(payoff => Task.Run(() =>
            Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff), new IdempotencyInsert(Sample.Answer()))))));

        Assert.All(results, result => Assert.Equal(WriteResult.Committed, result));
        foreach (var payoff in payoffs)
        {
            Assert.Equal(payoff, await Host.Payoffs.FindAsync(payoff.Id!.Value));
        }
    }

    [DialectFact]
    public async Task Write_WithTheQueueFull_IsRefusedUndone()
    {
        await using var host = TestDatabase.Open(null, ("Writers", "1"), ("MaxWriteBatch", "1"), ("MaxQueuedWrites", "4"));
        await using var barrier = await WriteBarrier.RaiseAsync(host);
        var blocked = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        await UntilAsync(() => host.BatchingWriter.Waiting == 0);

        Payoff[] payoffs = [.. Enumerable.Range(0, 6).Select(_ => Sample.Payoff())];
        Task<WriteResult>[] writes = [.. payoffs.Select(payoff => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))))];
        await Assert.ThrowsAsync<OverloadedException>(() => writes[4]);
        await Assert.ThrowsAsync<OverloadedException>(() => writes[5]);
        Assert.All(writes[..4], write => Assert.False(write.IsCompleted));

        await barrier.LowerAsync();
        Assert.Equal(WriteResult.Committed, await blocked);
        Assert.All(await Task.WhenAll(writes[..4]), result => Assert.Equal(WriteResult.Committed, result));
        Assert.NotNull(await Host.Payoffs.FindAsync(payoffs[3].Id!.Value));
        Assert.Null(await Host.Payoffs.FindAsync(payoffs[4].Id!.Value));
        await InsertAsync(payoffs[4]);
    }

    [DialectFact]
    public async Task Write_ThatWaitedTooLong_IsRefusedUndone()
    {
        var time = new FakeTimeProvider();
        await using var host = TestDatabase.Open(time, ("Writers", "1"), ("MaxWriteBatch", "1"), ("WriteQueueTimeoutSeconds", "10"));
        await using var barrier = await WriteBarrier.RaiseAsync(host);
        var blocked = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        await UntilAsync(() => host.BatchingWriter.Waiting == 0);
        var (early, late) = (Sample.Payoff(), Sample.Payoff());

        var refused = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(early)));
        time.Advance(TimeSpan.FromSeconds(10) + TimeSpan.FromTicks(1));
        var written = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(late)));
        await barrier.LowerAsync();

        Assert.Equal(WriteResult.Committed, await blocked);
        await Assert.ThrowsAsync<OverloadedException>(() => refused);
        Assert.Equal(WriteResult.Committed, await written);
        Assert.Null(await Host.Payoffs.FindAsync(early.Id!.Value));
    }

    [DialectFact]
    public async Task Stop_WithWritesWaiting_WritesThemAndRefusesMore()
    {
        await using var host = TestDatabase.Open();
        Payoff[] payoffs = [.. Enumerable.Range(0, 300).Select(_ => Sample.Payoff())];
        Task<WriteResult>[] writes = [.. payoffs.Select(payoff => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))))];

        await host.BatchingWriter.StopAsync(CancellationToken.None);

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(WriteResult.Committed, result));
        await Assert.ThrowsAsync<OverloadedException>(() => host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
        Assert.NotNull(await Host.Payoffs.FindAsync(payoffs[^1].Id!.Value));
    }

    [DialectFact]
    public async Task Stop_WithTheHostOutOfPatience_RefusesWhatWaits()
    {
        await using var host = TestDatabase.Open(null, ("Writers", "1"), ("MaxWriteBatch", "1"));
        await using var barrier = await WriteBarrier.RaiseAsync(host);
        var blocked = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff(barrier.LoanNumber))));
        await UntilAsync(() => host.BatchingWriter.Waiting == 0);
        var waiting = host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff())));

        var stopped = host.BatchingWriter.StopAsync(new CancellationToken(canceled: true));
        await barrier.LowerAsync();
        await stopped;

        Assert.Equal(WriteResult.Committed, await blocked);
        await Assert.ThrowsAsync<OverloadedException>(() => waiting);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It did not come to pass.");
            await Task.Yield();
        }
    }

    private async Task UpdateAsync(Payoff payoff, long expectedVersion) =>
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffUpdate(payoff, expectedVersion))));
}
