namespace LoApi.Users;

/// <summary>One user, by id: answers from memory what was read from the database.</summary>
[Alias("IUserGrain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>The user with all its locations, or null where there is none with this id.</summary>
    [Alias("Get")]
    Task<User?> GetAsync();
}
