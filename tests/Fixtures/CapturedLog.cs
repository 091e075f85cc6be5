using Microsoft.Extensions.Logging;

namespace LoApi.Fixtures;

/// <summary>One entry of <see cref="CapturedLogs"/>.</summary>
public sealed record CapturedLog(LogLevel Level, string Category, string Message, Exception? Exception)
{
    /// <summary>The members beside the message, such as <c>RequestId</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Members { get; init; } = [];

    /// <summary>A member's value, or null.</summary>
    public object? this[string member] => Members.FirstOrDefault(named => named.Key == member).Value;
}
