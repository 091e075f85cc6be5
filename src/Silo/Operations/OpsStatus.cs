using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>How this process stood a moment ago, and whether others can be told.</summary>
public sealed class OpsStatus
{
    private volatile ProcessReport? _report;
    private volatile object? _unpublishedSince;

    /// <summary>The last report, with all history and problems; null until the first.</summary>
    public ProcessReport? Report
    {
        get => _report;
        internal set => _report = value;
    }

    /// <summary>Since when the board does not take reports; null where it does.</summary>
    public DateTimeOffset? UnpublishedSince
    {
        get => (DateTimeOffset?)_unpublishedSince;
        internal set => _unpublishedSince = value;
    }
}
