namespace Orleans.Core;

/// <summary>A piece of a grain's state in storage.</summary>
public interface IStorage
{
    /// <summary>The version that was last read or written; <see langword="null"/> if there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether the storage holds the state.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the state from storage, if its version is still the one last seen here.</summary>
    /// <exception cref="Storage.InconsistentStateException">It is not; unless caught, it ends the activation.</exception>
    Task ClearStateAsync();

    /// <summary>Writes the state, if the stored version is still the one last seen here.</summary>
    /// <exception cref="Storage.InconsistentStateException">It is not; unless caught, it ends the activation.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the state, and overwrites what is in memory.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
