using Orleans.Runtime;

namespace Orleans;

/// <summary>Gives references to grains. A grain needs no creation: the first call activates it.</summary>
/// <remarks>Where several classes implement an interface, the one that is called like the interface without its
/// <c>I</c> is meant, or the one whose full name starts with <c>grainClassNamePrefix</c>.</remarks>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with this key.</summary>
    /// <exception cref="ArgumentException">No class, or no single one, implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(Guid, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(Guid, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference to the grain with this identity.</summary>
    /// <exception cref="ArgumentException">No class has this grain type, or it does not implement the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;
}
