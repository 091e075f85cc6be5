namespace LoApi.Health;

/// <summary>Whether the silo that answers reaches its database. A stateless worker.</summary>
[Alias("IStorageHealthGrain")]
public interface IStorageHealthGrain : IGrainWithIntegerKey
{
    /// <summary>Asks the database for a row; false where it does not answer in time.</summary>
    [Alias("Check")]
    Task<bool> IsReachableAsync();
}
