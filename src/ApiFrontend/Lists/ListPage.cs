using System.Text.Json.Serialization;

namespace LoApi.ApiFrontend.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; absent on the last one.</param>
internal sealed record ListPage<T>(
    IReadOnlyList<T> Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor);
