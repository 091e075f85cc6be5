using System.Globalization;

namespace Orleans.Embedded;

/// <summary>What the runtime knows about a method of a grain interface.</summary>
public sealed class GrainMethod(string name, bool isReadOnly, bool isAlwaysInterleave, string? responseTimeout)
{
    /// <summary>Interface and method, such as <c>IPayoffGrain.Create</c>.</summary>
    public string Name { get; } = name;

    internal bool IsReadOnly { get; } = isReadOnly;

    internal bool IsAlwaysInterleave { get; } = isAlwaysInterleave;

    internal TimeSpan? ResponseTimeout { get; } =
        responseTimeout is null ? null : TimeSpan.Parse(responseTimeout, CultureInfo.InvariantCulture);
}
