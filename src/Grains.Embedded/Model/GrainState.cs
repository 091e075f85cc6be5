namespace Orleans;

/// <inheritdoc/>
[GenerateSerializer]
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>An empty state.</summary>
    public GrainState()
    {
    }

    /// <summary>A state that was not stored yet.</summary>
    public GrainState(T? state)
        : this(state, null)
    {
    }

    /// <summary>A state with its version.</summary>
    public GrainState(T? state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc/>
    [Id(0)]
    public T? State { get; set; }

    /// <inheritdoc/>
    [Id(1)]
    public string? ETag { get; set; }

    /// <inheritdoc/>
    [Id(2)]
    public bool RecordExists { get; set; }
}
