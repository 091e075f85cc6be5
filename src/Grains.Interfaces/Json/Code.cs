using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>
/// The codes of an enumeration (<see cref="JsonStringEnumMemberNameAttribute"/>), the same in JSON and in the database.
/// They are matched exactly: no other case, no numbers, no lists.
/// </summary>
public static class Code<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Codes = Enum.GetValues<TEnum>().ToFrozenDictionary(
        value => value,
        value => typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name);

    private static readonly FrozenDictionary<string, TEnum> Values =
        Codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every code, in the order in which the enumeration lists them.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(value => Codes[value])];

    /// <summary>The code of a value.</summary>
    public static string Of(TEnum value) => Codes[value];

    /// <summary>The value of a code; false where it is none.</summary>
    public static bool TryParse(string? code, out TEnum value)
    {
        value = default;
        return code is not null && Values.TryGetValue(code, out value);
    }
}
