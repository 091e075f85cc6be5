namespace LoApi.Locations;

/// <summary>One location, by its id: answers from memory what was read from the database.</summary>
[Alias("ILocationGrain")]
public interface ILocationGrain : IGrainWithStringKey
{
    /// <summary>The location, or null where there is none with this id.</summary>
    [Alias("Get")]
    Task<Location?> GetAsync();
}
