using System.Globalization;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The identity of grains and references.</summary>
public static class GrainExtensions
{
    /// <summary>A reference to the same grain by another of its interfaces.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) =>
        (TGrainInterface)(object)ReferenceOf(grain).As(typeof(TGrainInterface));

    /// <summary>The grain's type and key.</summary>
    public static GrainId GetGrainId(this IAddressable grain) => ReferenceOf(grain).GrainId;

    /// <summary>The key of an <see cref="IGrainWithStringKey"/>.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => GetGrainId(grain).Key.ToString();

    /// <summary>The key of an <see cref="IGrainWithIntegerKey"/>.</summary>
    /// <exception cref="InvalidOperationException">The key is no integer.</exception>
    public static long GetPrimaryKeyLong(this IAddressable grain)
    {
        var id = GetGrainId(grain);
        return long.TryParse(id.Key.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new InvalidOperationException($"Unable to extract integer key from grain id {id}");
    }

    /// <summary>The key of an <see cref="IGrainWithGuidKey"/>.</summary>
    /// <exception cref="InvalidOperationException">The key is no <see cref="Guid"/>.</exception>
    public static Guid GetPrimaryKey(this IAddressable grain)
    {
        var id = GetGrainId(grain);
        return Guid.TryParseExact(id.Key.ToString(), "N", out var key)
            ? key
            : throw new InvalidOperationException($"Unable to extract GUID key from grain id {id}");
    }

    private static GrainReference ReferenceOf(IAddressable grain) => grain switch
    {
        GrainReference reference => reference,
        IGrainBase { GrainContext: { } context } => context.GrainReference,
        null => throw new ArgumentNullException(nameof(grain)),
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
