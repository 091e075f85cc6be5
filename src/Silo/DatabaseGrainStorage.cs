using System.Globalization;
using System.Text.Json;
using LoApi.Storage.GrainStates;
using Orleans.Storage;

namespace LoApi.Silo;

/// <summary>Keeps state of grains in the database, as JSON; a version guards it against two activations at once.</summary>
internal sealed class DatabaseGrainStorage(GrainStateRepository states) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await states.FindAsync(grainId.ToString(), stateName) is not { } stored)
        {
            Reset(grainState);
            return;
        }

        grainState.State = JsonSerializer.Deserialize<T>(stored.Json)!;
        grainState.ETag = ETag(stored.Version);
        grainState.RecordExists = true;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var expected = Version(grainState.ETag);
        if (!await states.WriteAsync(grainId.ToString(), stateName, JsonSerializer.Serialize(grainState.State), expected))
        {
            throw await InconsistentAsync(stateName, grainId, grainState.ETag);
        }

        grainState.ETag = ETag(expected + 1);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is not null && !await states.DeleteAsync(grainId.ToString(), stateName, Version(grainState.ETag)))
        {
            throw await InconsistentAsync(stateName, grainId, grainState.ETag);
        }

        Reset(grainState);
    }

    private static void Reset<T>(IGrainState<T> grainState)
    {
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Version(string? etag) => etag is null ? 0 : long.Parse(etag, CultureInfo.InvariantCulture);

    private async Task<InconsistentStateException> InconsistentAsync(string stateName, GrainId grainId, string? etag)
    {
        var stored = await states.FindAsync(grainId.ToString(), stateName);
        return new($"State {stateName} of grain {grainId} was changed by somebody else.", stored is null ? null : ETag(stored.Version), etag);
    }
}
