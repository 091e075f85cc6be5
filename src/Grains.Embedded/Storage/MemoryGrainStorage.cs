using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>Keeps states in memory, as JSON: what a grain does not write, it does not find again.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), Record> _records = new();
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = _records.TryGetValue((stateName, grainId), out var record);
        grainState.State = found ? JsonSerializer.Deserialize<T>(record!.Json) : Activator.CreateInstance<T>();
        grainState.ETag = record?.Version;
        grainState.RecordExists = found;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var written = new Record(
            JsonSerializer.SerializeToUtf8Bytes(grainState.State),
            Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
        if (!TryReplace((stateName, grainId), grainState.ETag, written))
        {
            throw Inconsistent(stateName, grainId, grainState.ETag);
        }

        grainState.ETag = written.Version;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (grainState.ETag is { } version
            && !(_records.TryGetValue(key, out var record) && record.Version == version && _records.TryRemove(new(key, record))))
        {
            throw Inconsistent(stateName, grainId, version);
        }

        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private bool TryReplace((string, GrainId) key, string? version, Record written) =>
        version is null
            ? _records.TryAdd(key, written)
            : _records.TryGetValue(key, out var stored) && stored.Version == version && _records.TryUpdate(key, written, stored);

    private InconsistentStateException Inconsistent(string stateName, GrainId grainId, string? version)
    {
        var stored = _records.TryGetValue((stateName, grainId), out var record) ? record.Version : null;
        return new InconsistentStateException(
            $"State {stateName} of grain {grainId} was changed by somebody else.", stored, version);
    }

    private sealed record Record(byte[] Json, string Version);
}
