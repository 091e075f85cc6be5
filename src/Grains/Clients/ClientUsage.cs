namespace LoApi.Grains.Clients;

/// <summary>What is kept of a client's use of its limits, for when its grain comes to life again.</summary>
[GenerateSerializer, Alias("client-usage")]
internal sealed record ClientUsage
{
    /// <summary>
    /// Whether an activation uses it: what that admitted since is not written here. Found true by another activation, the
    /// use since then is lost.
    /// </summary>
    [Id(0)]
    public bool InUse { get; init; }

    /// <summary>When the bucket will be full again; of meaning only where it is not in use.</summary>
    [Id(1)]
    public DateTimeOffset FullAt { get; init; }

    /// <summary>The day in UTC that <see cref="Reserved"/> counts for.</summary>
    [Id(2)]
    public DateOnly Day { get; init; }

    /// <summary>
    /// Requests of that day's quota that may have been leased: reserved ahead, in chunks, so that not every lease is
    /// written; exact where it is not in use.
    /// </summary>
    [Id(3)]
    public long Reserved { get; init; }
}
