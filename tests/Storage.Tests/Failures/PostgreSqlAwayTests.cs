using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Failures;

/// <summary>What happens while the server is away, and once it is back.</summary>
public sealed class PostgreSqlAwayTests(PrivatePostgreSql postgres) : IClassFixture<PrivatePostgreSql>
{
    private readonly PostgresServer? _server = postgres.Server;

    private StorageHost Host => postgres.Host;

    [PostgresServerFact]
    public async Task EveryCall_WithTheServerAway_SaysSoAndRecoversWithIt()
    {
        var payoff = Sample.Payoff();
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));

        for (var round = 0; round < 2; round++)
        {
            await _server!.StopAsync();
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Host.Payoffs.FindAsync(payoff.Id!.Value));
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Host.Importer.ImportAsync(new() { Locations = [Sample.Location()] }));
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Host.Migrator.MigrateAsync());
            Assert.False(await Host.Health.IsReachableAsync());

            await _server.StartAsync();
            Assert.True(await Host.Health.IsReachableAsync());
            Assert.Equal(payoff, await Host.Payoffs.FindAsync(payoff.Id!.Value));
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
        }
    }

    [PostgresServerFact]
    public async Task Write_AfterARestartThatNobodySaw_IsCommitted()
    {
        // The pool holds connections that are dead by now.
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
            await _server!.StopAsync();
            await _server.StartAsync();
        }

        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff()))));
    }

    [PostgresServerFact]
    public async Task Write_WithTheServerStoppedInTheMiddle_IsAcknowledgedOnlyIfItIsThere()
    {
        var payoffs = Enumerable.Range(0, 2_000).Select(_ => Sample.Payoff()).ToArray();
        var writes = payoffs.Select(payoff => Task.Run(() => Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))))).ToArray();
        await writes[0];
        await _server!.StopAsync();

        // All are told something.
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        await _server.StartAsync();

        for (var i = 0; i < writes.Length; i++)
        {
            if (writes[i].IsCompletedSuccessfully)
            {
                Assert.Equal(WriteResult.Committed, await writes[i]);
                Assert.NotNull(await Host.Payoffs.FindAsync(payoffs[i].Id!.Value));
            }
            else
            {
                // Whoever is told that nothing was done can rely on it; who is not told can ask.
                var refused = await Assert.ThrowsAnyAsync<Exception>(() => writes[i]);
                Assert.True(refused is DatabaseUnavailableException or OutcomeUnknownException, refused.ToString());
                if (refused is DatabaseUnavailableException)
                {
                    Assert.Null(await Host.Payoffs.FindAsync(payoffs[i].Id!.Value));
                }
            }
        }
    }
}
