namespace LoApi.Caching;

/// <summary>What a grain's memory holds for those who read.</summary>
/// <param name="Row">The row; null where there is none.</param>
/// <param name="Age">How long ago the database was asked for it: more than <see cref="CacheOptions.MaxAge"/> where it does not answer.</param>
[GenerateSerializer, Immutable, Alias("reading`1")]
public sealed record Reading<T>([property: Id(0)] T? Row, [property: Id(1)] TimeSpan Age)
    where T : class;
