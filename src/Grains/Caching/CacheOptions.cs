namespace LoApi.Grains.Caching;

/// <summary>How long grains answer from memory. Section <c>Cache</c>.</summary>
public sealed class CacheOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cache";

    /// <summary>
    /// How old a row that a grain read may be before it is read again: the bound on how late a change that others made
    /// in the database is noticed. Default 30 s, at most an hour.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(30);
}
