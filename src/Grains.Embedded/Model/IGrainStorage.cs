using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Stores grain states: a keyed service, under the name that <see cref="PersistentStateAttribute"/> says.</summary>
/// <remarks>Writing and clearing compare <see cref="IGrainState{T}.ETag"/> with the stored version and set the new one.</remarks>
public interface IGrainStorage
{
    /// <summary>Reads a state; if there is none, leaves a default one without a version.</summary>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ReadStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ReadStateAsync(stateName, grainId, grainState);

    /// <summary>Writes a state.</summary>
    /// <exception cref="InconsistentStateException">The stored version is another one.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="WriteStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        WriteStateAsync(stateName, grainId, grainState);

    /// <summary>Removes a state.</summary>
    /// <exception cref="InconsistentStateException">The stored version is another one.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ClearStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ClearStateAsync(stateName, grainId, grainState);
}
