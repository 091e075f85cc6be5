using System.Collections.Immutable;
using LoApi.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>The codes of an enumeration that is only known at run time.</summary>
internal static class EnumCodes
{
    /// <summary>What <see cref="Code{TEnum}.All"/> is for the type.</summary>
    public static ImmutableArray<string> Of(Type enumeration) =>
        (ImmutableArray<string>)typeof(Code<>).MakeGenericType(enumeration).GetProperty(nameof(Code<DayOfWeek>.All))!.GetValue(null)!;
}
