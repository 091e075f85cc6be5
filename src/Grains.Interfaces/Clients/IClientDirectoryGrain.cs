namespace LoApi.Clients;

/// <summary>
/// Which clients there are, so that guessing ids costs neither an activation nor a query each. A stateless worker: any
/// activation answers.
/// </summary>
[Alias("IClientDirectoryGrain")]
public interface IClientDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Whether there was a client of this id at most <see cref="ClientStaleness.Grain"/> ago. While the database does not
    /// answer: true for the ids that were there at most <see cref="ClientStaleness.LastKnownIds"/> ago, and for any other
    /// <see cref="Errors.DatabaseUnavailableException"/>.
    /// </summary>
    [Alias("Knows")]
    Task<bool> KnowsAsync(string clientId);
}
