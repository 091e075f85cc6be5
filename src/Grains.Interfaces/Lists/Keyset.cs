using System.Collections.Immutable;

namespace LoApi.Lists;

/// <summary>
/// A place in a list: the sort members of a row as text, in sort order, the id last. Instants are written as
/// <c>yyyy-MM-ddTHH:mm:ss.ffffffZ</c>, exact to the microsecond.
/// </summary>
[GenerateSerializer, Immutable, Alias("keyset")]
public sealed record Keyset([property: Id(0)] ImmutableArray<string> Values);
