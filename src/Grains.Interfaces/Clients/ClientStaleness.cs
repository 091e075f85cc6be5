namespace LoApi.Clients;

/// <summary>
/// How old what is known of a client may be, cache by cache. A revocation takes effect everywhere within their sum,
/// <see cref="FrontEnd"/> and <see cref="Grain"/>: eleven seconds, of the thirty that are promised. Each age is counted
/// from the moment in which the next one was asked, so the time that the asking takes is in it. Whoever meets an id or a
/// key that it does not know asks sooner, <see cref="ReadsPerSecond"/> times a second at most: what was just made is found
/// at once, and guessing cannot ask for more.
/// </summary>
public static class ClientStaleness
{
    /// <summary>
    /// How long a front end that cannot ask goes on with what it knows, but for reads while the database does not answer:
    /// with <see cref="Grain"/>, still within the thirty seconds.
    /// </summary>
    public static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(29);

    /// <summary>
    /// How long the ids of clients go on while they cannot be read. That a client is there says nothing of what it may: its
    /// grain and its keys decide.
    /// </summary>
    public static readonly TimeSpan LastKnownIds = TimeSpan.FromHours(1);

    /// <summary>How long a front end believes what the client's grain answered.</summary>
    public static readonly TimeSpan FrontEnd = TimeSpan.FromSeconds(10);

    /// <summary>How long a grain believes what it read, once its budget of reads is spent.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    /// <summary>Reads a second at most that are made beside the age of what is held, for an id or a key that is not known.</summary>
    public const int ReadsPerSecond = 10;
}
