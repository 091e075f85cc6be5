using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>A grain storage that a test can write to behind a grain's back, or break.</summary>
public sealed class TestStorage : IGrainStorage
{
    public const string Name = "test";

    private static readonly ConcurrentDictionary<string, (string Json, string Version)> Records = new();
    private static readonly ConcurrentDictionary<string, bool> Broken = new();
    private static long _version;

    /// <summary>Writes as if another process did.</summary>
    public static void Overwrite(string key, object state) => Records[key] = (JsonSerializer.Serialize(state), NextVersion());

    /// <summary>Makes every use of a key fail.</summary>
    public static void Break(string key) => Broken[key] = true;

    public static void Repair(string key) => Broken.TryRemove(key, out _);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await BeginAsync(grainId);
        var exists = Records.TryGetValue(grainId.ToString(), out var record);
        grainState.State = exists ? JsonSerializer.Deserialize<T>(record.Json) : Activator.CreateInstance<T>();
        grainState.ETag = record.Version;
        grainState.RecordExists = exists;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await BeginAsync(grainId);
        Check(grainId, grainState.ETag);
        grainState.ETag = NextVersion();
        grainState.RecordExists = true;
        Records[grainId.ToString()] = (JsonSerializer.Serialize(grainState.State), grainState.ETag);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await BeginAsync(grainId);
        Check(grainId, grainState.ETag);
        Records.TryRemove(grainId.ToString(), out _);
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static async Task BeginAsync(GrainId grainId)
    {
        await Task.Yield();
        if (Broken.ContainsKey(grainId.ToString()))
        {
            throw new IOException("the disk is full");
        }
    }

    private static void Check(GrainId grainId, string? version)
    {
        var stored = Records.GetValueOrDefault(grainId.ToString()).Version;
        if (stored != version)
        {
            throw new InconsistentStateException("changed meanwhile", stored, version);
        }
    }

    private static string NextVersion() => Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);
}
