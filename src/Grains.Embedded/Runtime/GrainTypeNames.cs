using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Names grain types as Orleans does: <c>PayoffGrain</c> is <c>payoff</c>.</summary>
internal static class GrainTypeNames
{
    private const string Suffix = "grain";

    public static GrainType Of(Type implementation)
    {
        if (implementation.GetCustomAttribute<GrainTypeAttribute>() is { } attribute)
        {
            return GrainType.Create(attribute.GrainType);
        }

        var name = implementation.Name.ToLowerInvariant();
        return GrainType.Create(
            name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name);
    }
}
