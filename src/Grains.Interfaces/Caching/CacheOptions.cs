namespace LoApi.Caching;

/// <summary>How long grains and front ends answer from memory. Section <c>Cache</c>.</summary>
public sealed class CacheOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cache";

    /// <summary>
    /// How old a row or a table may be before the database is asked again: the bound on how late a change that others made
    /// there is noticed. Default 30 s, at most an hour.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old it may become for those who read, while the database does not answer. Default an hour, at most a day, not
    /// less than <see cref="MaxAge"/>.
    /// </summary>
    public TimeSpan MaxStale { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long those who read wait for a database that does not answer, before they are given what memory holds.
    /// Default 1 s, between 10 ms and a minute.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1);
}
