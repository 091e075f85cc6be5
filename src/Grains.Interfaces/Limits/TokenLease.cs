namespace LoApi.Limits;

/// <summary>What a front end got when it asked for tokens: they are debited already, spent or not.</summary>
/// <param name="Granted">How many requests it may admit, 0 to <see cref="LeaseTerms.MostTokens"/>.</param>
/// <param name="Remaining">Tokens that are left in the bucket.</param>
/// <param name="RetryAfter">How long to ask no more; zero where anything was granted.</param>
/// <param name="Limit">The client's limit.</param>
/// <param name="Daily">The client's daily quota; null where it has none.</param>
[GenerateSerializer, Immutable, Alias("token-lease")]
public sealed record TokenLease(
    [property: Id(0)] int Granted,
    [property: Id(1)] int Remaining,
    [property: Id(2)] TimeSpan RetryAfter,
    [property: Id(3)] RateLimit Limit,
    [property: Id(4)] DailyQuota? Daily);
