namespace LoApi.ApiFrontend.Reference;

/// <summary>How long a front end answers from its snapshots. Section <c>Cache</c>, which grains read too.</summary>
internal sealed class ReferenceOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cache";

    /// <summary>How old a snapshot may be before it is held against the table's version. Default 30 s, at most an hour.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How old it may become where its version cannot be learned. Default an hour, at most a day.</summary>
    public TimeSpan MaxStale { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The value of <c>Cache-Control</c> that tells callers the same bound.</summary>
    public string CacheControl => $"private, max-age={(long)MaxAge.TotalSeconds}";
}
