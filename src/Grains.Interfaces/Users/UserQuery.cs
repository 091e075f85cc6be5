using LoApi.Lists;

namespace LoApi.Users;

/// <summary>Which users are asked for.</summary>
/// <param name="ReaderId">The user who asks; only users of a location that it belongs to are listed.</param>
/// <param name="LocationId">The location whose users are listed.</param>
/// <param name="List">Which of them, in what order, and which page.</param>
[GenerateSerializer, Immutable, Alias("user-query")]
public sealed record UserQuery(
    [property: Id(0)] string ReaderId,
    [property: Id(1)] string LocationId,
    [property: Id(2)] ListRequest List);
