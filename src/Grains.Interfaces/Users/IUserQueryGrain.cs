using LoApi.Lists;

namespace LoApi.Users;

/// <summary>Lists of users. A stateless worker: any activation answers any query.</summary>
[Alias("IUserQueryGrain")]
public interface IUserQueryGrain : IGrainWithIntegerKey
{
    /// <summary>A page of the users of a location, by id, each with all its locations.</summary>
    [Alias("List")]
    Task<Page<User>> ListAsync(UserQuery query);
}
