using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.ApiFrontend.Tests.Authentication;

public sealed class ClientEntryTests
{
    private static readonly TestClient Client = TestClient.Make("prepay", ApiHost.Cipher, ClientScope.ReferenceRead);

    private readonly FakeTimeProvider _clock = new();
    private readonly Grain _grain = new();
    private readonly ClientEntry _entry;

    public ClientEntryTests() => _entry = new(
        Client.Client.Id, StubGrains.Of(_grain), ApiHost.Cipher, _clock, TimeSpan.FromHours(1), new(1, 5), NullLogger.Instance);

    [Fact]
    public async Task GetFresh_ARenewalIsUnderWayAlready_IsWhatALaterOneFinds()
    {
        var second = NewClientKey.Make(Client.Client.Id, ApiHost.Cipher);
        var early = new TaskCompletionSource<Client?>();
        _grain.Answers.Enqueue(early.Task); // It has read already, and its answer is on the way.
        var first = _entry.GetAsync(forWrite: false).AsTask();
        _grain.Answers.Enqueue(Task.FromResult<Client?>(Client.Client with { Keys = [Client.Key.Stored, second.Stored] }));

        var fresh = _entry.GetFreshAsync(forWrite: false).AsTask();
        early.SetResult(Client.Client);

        Assert.Null((await first)!.FindKey(second.KeyId));
        Assert.NotNull((await fresh)!.FindKey(second.KeyId));
        Assert.Equal(2, _grain.Asked);
    }

    [Fact]
    public async Task Get_NothingKnownAndTheDatabaseAway_IsAskedOnceASecond()
    {
        _grain.Otherwise = Task.FromException<Client?>(new DatabaseUnavailableException());

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetAsync(forWrite: false));
            await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetFreshAsync(forWrite: false));
        }

        Assert.Equal(1, _grain.Asked);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _grain.Otherwise = Task.FromResult<Client?>(Client.Client);
        Assert.NotNull(await _entry.GetAsync(forWrite: false));
    }

    [Fact]
    public async Task Get_GrainThatCannotReadItsState_IsADatabaseThatIsAway()
    {
        _grain.Otherwise = Task.FromException<Client?>(new OrleansException("Error from grain storage", new DatabaseUnavailableException()));

        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetAsync(forWrite: false));
    }

    [Fact]
    public async Task GetFresh_KnownAndTheDatabaseAway_DoesNotTellWhatIsKnown()
    {
        _grain.Answers.Enqueue(Task.FromResult<Client?>(Client.Client));
        await _entry.GetAsync(forWrite: false);
        _grain.Otherwise = Task.FromException<Client?>(new DatabaseUnavailableException());

        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetFreshAsync(forWrite: false));
        }

        Assert.NotNull(await _entry.GetAsync(forWrite: false)); // Under a key that is known it goes on.
        Assert.Equal(2, _grain.Asked);
    }

    [Fact]
    public async Task Get_RenewalThatDoesNotEnd_KeepsRequestsForASecondOnly()
    {
        _grain.Answers.Enqueue(Task.FromResult<Client?>(Client.Client));
        await _entry.GetAsync(forWrite: false);
        var hanging = new TaskCompletionSource<Client?>();
        _grain.Answers.Enqueue(hanging.Task);
        _clock.Advance(ClientStaleness.FrontEnd);

        var waiting = _entry.GetAsync(forWrite: true).AsTask();
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await waiting);
        Assert.True(_entry.GetAsync(forWrite: true).AsTask().IsCompletedSuccessfully);

        _clock.Advance(ClientStaleness.Unanswered); // Nothing has failed, so nobody knows that it is the database.
        var later = _entry.GetAsync(forWrite: false).AsTask();
        Assert.False(later.IsCompleted);
        hanging.SetException(new DatabaseUnavailableException());
        Assert.NotNull(await later);
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetAsync(forWrite: true));
    }

    [Fact]
    public async Task Get_DatabaseStandsStillAfterAFailure_KeepsReadsForASecondOnly()
    {
        _grain.Answers.Enqueue(Task.FromResult<Client?>(Client.Client));
        await _entry.GetAsync(forWrite: false);
        _grain.Answers.Enqueue(Task.FromException<Client?>(new DatabaseUnavailableException()));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _entry.GetAsync(forWrite: false));
        _grain.Answers.Enqueue(new TaskCompletionSource<Client?>().Task);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var waiting = _entry.GetAsync(forWrite: false).AsTask();
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await waiting);
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await _entry.GetAsync(forWrite: true));
    }

    [Fact]
    public async Task Get_DatabaseIsBackAfterAFailure_IsWhatItSays()
    {
        _grain.Answers.Enqueue(Task.FromResult<Client?>(Client.Client));
        await _entry.GetAsync(forWrite: false);
        _grain.Answers.Enqueue(Task.FromException<Client?>(new DatabaseUnavailableException()));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _entry.GetAsync(forWrite: false));
        _grain.Otherwise = Task.FromResult<Client?>(null);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await _entry.GetAsync(forWrite: false));
    }

    private sealed class Grain : IClientGrain
    {
        public Queue<Task<Client?>> Answers { get; } = [];

        public Task<Client?> Otherwise { get; set; } = Task.FromResult<Client?>(null);

        public int Asked { get; private set; }

        public Task<Client?> GetAsync()
        {
            Asked++;
            return Answers.TryDequeue(out var answer) ? answer : Otherwise;
        }

        public Task<TokenLease?> LeaseAsync(int wanted) => throw new NotSupportedException();
    }
}
