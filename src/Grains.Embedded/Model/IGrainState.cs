namespace Orleans;

/// <summary>A state as a storage reads and writes it.</summary>
public interface IGrainState<T>
{
    /// <summary>The state.</summary>
    T? State { get; set; }

    /// <summary>The version that the storage gave to what was last read or written; <see langword="null"/> if there is none.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the storage holds the state.</summary>
    bool RecordExists { get; set; }
}
