using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace LoApi.Storage.Sql;

/// <summary>Enum members as the database holds them: by the same codes as JSON, declared once, on the member.</summary>
internal static class WireCode<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Codes = Enum.GetValues<TEnum>().ToFrozenDictionary(
        member => member,
        member => typeof(TEnum).GetField(member.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{typeof(TEnum).Name}.{member} has no code."));

    private static readonly FrozenDictionary<string, TEnum> Members =
        Codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The code of a member.</summary>
    public static string Of(TEnum member) => Codes[member];

    /// <summary>The member of a code. Throws <see cref="InvalidDataException"/> for one that this version does not know.</summary>
    public static TEnum Parse(string code) =>
        Members.TryGetValue(code, out var member)
            ? member
            : throw new InvalidDataException($"The database holds a {typeof(TEnum).Name} that this version does not know.");
}
