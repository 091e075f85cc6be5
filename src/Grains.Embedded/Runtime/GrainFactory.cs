using System.Globalization;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Gives references; keys are written as Orleans writes them, since storage keeps them.</summary>
internal sealed class GrainFactory(GrainRuntime runtime) : IClusterClient
{
    public IServiceProvider ServiceProvider => runtime.Services;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Create<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Create<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Create<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable
    {
        var route = new GrainRoute(runtime.GetClass(grainId.Type), grainId.Key.ToString());
        return (TGrainInterface)(object)runtime.Interfaces.Get(typeof(TGrainInterface)).CreateProxy(route);
    }

    private TGrainInterface Create<TGrainInterface>(string key, string? classNamePrefix) =>
        (TGrainInterface)(object)runtime.Interfaces.Get(typeof(TGrainInterface)).CreateProxy(key, classNamePrefix);
}
