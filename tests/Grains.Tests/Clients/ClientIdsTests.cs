using System.Collections.Frozen;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Grains.Clients;

namespace LoApi.Grains.Tests.Clients;

public sealed class ClientIdsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ClientIds _ids;
    private FrozenSet<string> _there = FrozenSet.Create("prepay");
    private bool _away;
    private int _reads;

    public ClientIdsTests() => _ids = new(_clock, () =>
    {
        _reads++;
        return _away ? Task.FromException<FrozenSet<string>>(new DatabaseUnavailableException()) : Task.FromResult(_there);
    });

    [Fact]
    public async Task Knows_AnIdAddedAMomentAgo_IsFound()
    {
        Assert.False(await _ids.KnowsAsync("lx"));
        _there = FrozenSet.Create("prepay", "lx");

        Assert.True(await _ids.KnowsAsync("lx"));
    }

    [Fact]
    public async Task Knows_ManyGuesses_AreReadForTenTimesASecond()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Assert.False(await _ids.KnowsAsync($"guess-{i}"));
        }

        Assert.Equal(1 + ClientStaleness.ReadsPerSecond, _reads);
    }

    [Fact]
    public async Task Knows_NothingYetAndTheDatabaseAway_DoesNotTellOneIdFromAnother()
    {
        _away = true;

        foreach (var id in (string[])["prepay", "guess", "prepay", "guess"])
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _ids.KnowsAsync(id));
        }

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Knows_TheDatabaseAway_GoesOnWithWhatWasKnownForAnHour()
    {
        Assert.True(await _ids.KnowsAsync("prepay"));
        _away = true;
        _clock.Advance(ClientStaleness.LastKnownIds - TimeSpan.FromTicks(1));
        Assert.True(await _ids.KnowsAsync("prepay"));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _ids.KnowsAsync("guess"));

        _clock.Advance(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _ids.KnowsAsync("prepay"));
    }

    [Fact]
    public async Task Knows_TheDatabaseAwayForLong_IsTriedEverMoreSeldom()
    {
        _away = true;
        List<int> triedAt = [];
        for (var second = 0; second < 40; second++)
        {
            var before = _reads;
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => _ids.KnowsAsync("guess"));
            if (_reads > before)
            {
                triedAt.Add(second);
            }

            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([0, 1, 3, 7, 15, 23, 31, 39], triedAt);
        _away = false;
        _clock.Advance(ClientIds.LongestRest);
        Assert.True(await _ids.KnowsAsync("prepay"));
        Assert.False(await _ids.KnowsAsync("guess"));
    }
}
