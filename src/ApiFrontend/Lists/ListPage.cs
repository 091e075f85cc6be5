using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; absent on the last one.</param>
/// <param name="Total">How many rows there are, at most 10,000; present where <c>count=true</c> asks for it.</param>
/// <param name="TotalCapped">true where there are more rows than <c>total</c> says; absent otherwise.</param>
internal sealed record ListPage<T>(
    IReadOnlyList<T> Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? TotalCapped = null);
