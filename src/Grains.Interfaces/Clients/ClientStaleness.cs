namespace LoApi.Clients;

/// <summary>
/// How old what is known of a client may be, cache by cache. A revocation takes effect everywhere within their sum,
/// <see cref="FrontEnd"/> and <see cref="Grain"/>: some ten seconds, of the thirty that are promised. Each age is counted
/// from the moment in which the next one was asked, so the time that the asking takes is in it.
/// </summary>
public static class ClientStaleness
{
    /// <summary>How long a front end believes what the client's grain answered.</summary>
    public static readonly TimeSpan FrontEnd = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a grain believes what it read: many front ends, or many guesses, cost the database four queries a second.
    /// A front end that meets a key it does not know believes itself no longer either, so a new key holds at once.
    /// </summary>
    public static readonly TimeSpan Grain = TimeSpan.FromSeconds(0.25);
}
