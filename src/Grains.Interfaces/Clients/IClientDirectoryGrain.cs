namespace LoApi.Clients;

/// <summary>
/// Which clients there are, so that guessing ids costs neither an activation nor a query each. A stateless worker: any
/// activation answers.
/// </summary>
[Alias("IClientDirectoryGrain")]
public interface IClientDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>Whether there was a client of this id at most <see cref="ClientStaleness.Grain"/> ago.</summary>
    [Alias("Knows")]
    Task<bool> KnowsAsync(string clientId);
}
