using LoApi.Lists;
using LoApi.Storage.Users;
using LoApi.Users;
using Orleans.Concurrency;

namespace LoApi.Grains.Users;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class UserQueryGrain(UserRepository users) : Grain, IUserQueryGrain
{
    public Task<Page<User>> ListAsync(UserQuery query) => users.ListAsync(query, CancellationToken.None);
}
