namespace LoApi.Reliability.Load;

/// <summary>A write that was answered with success: from now on it must be there, once.</summary>
internal sealed record Acknowledgement(Write Write, Answer Answer)
{
    /// <summary>When it was known here, as a timestamp of the system's clock.</summary>
    public long At { get; } = TimeProvider.System.GetTimestamp();

    public Guid PayoffId { get; } = Answer.PayoffId;

    public long Version { get; } = Answer.Version;
}
