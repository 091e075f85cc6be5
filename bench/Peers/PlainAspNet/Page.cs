using System.Text.Json.Serialization;

namespace LoApi.PlainAspNet;

/// <summary>A page of a list.</summary>
internal sealed record Page<T>(
    IReadOnlyList<T> Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor)
{
    /// <summary>The page of rows of which one more than <paramref name="limit"/> were asked for.</summary>
    public static Page<T> Of(List<T> rows, int limit, Func<T, string> key) => rows.Count > limit
        ? new(rows[..limit], Cursor.After(key(rows[limit - 1])))
        : new(rows, null);
}
