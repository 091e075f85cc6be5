using System.Globalization;

namespace Orleans;

/// <summary>How long a caller of this interface method waits, where the default does not do.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    /// <summary>The timeout; written as a <see cref="TimeSpan"/>, such as <c>00:00:10</c>.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
