using System.Globalization;
using System.Reflection;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>
/// What processes of a cluster say to each other, as text: one entry a line, <c>key = value</c>. Entries are read by
/// machines of two versions at once during a rolling upgrade, so one that was released is never changed.
/// </summary>
internal static class ContractList
{
    /// <summary>The value of a number or a name that was given up and is not used again.</summary>
    public const string Reserved = "reserved";

    /// <summary>The entries of the code as it is.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OfTheCode() =>
        [.. Crossing.Contracts.SelectMany(OfType), .. Crossing.GrainInterfaces.SelectMany(OfGrain)];

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" = ", 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1])),
    ];

    /// <summary>What members of a cluster that run the released contracts would not understand of these.</summary>
    public static IEnumerable<string> Incompatible(
        IEnumerable<KeyValuePair<string, string>> released, IEnumerable<KeyValuePair<string, string>> present)
    {
        var now = present.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in released)
        {
            if (value == Reserved)
            {
                if (now.ContainsKey(key))
                {
                    yield return $"{key} is reserved: it once meant something else";
                }
            }
            else if (!now.TryGetValue(key, out var changed))
            {
                yield return $"{key} is gone; it was {value}";
            }
            else if (Wire(changed) != Wire(value))
            {
                yield return $"{key} was {value} and is {changed}";
            }
        }
    }

    /// <summary>The name of a type on the wire.</summary>
    public static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        var name = (type.Assembly == Crossing.Assembly ? Crossing.AliasOf(type) : null) ?? type.Name;
        return type.IsGenericType && !type.IsGenericTypeDefinition
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }

    private static IEnumerable<KeyValuePair<string, string>> OfType(Type type)
    {
        var alias = Crossing.AliasOf(type) ?? type.FullName!;
        if (type.IsEnum)
        {
            return
            [
                new(alias, $"enum {Enum.GetUnderlyingType(type).Name}"),
                .. Enum.GetNames(type)
                    .Select(name => (Name: name, Number: Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)))
                    .OrderBy(member => member.Number)
                    .Select(member => KeyValuePair.Create($"{alias}.{member.Number}", member.Name)),
            ];
        }

        return
        [
            new(alias, Kind(type)),
            .. Crossing.Stored(type)
                .OrderBy(Crossing.IdOf)
                .Select(member => KeyValuePair.Create($"{alias}.{Crossing.IdOf(member)}", $"{NameOf(member.PropertyType)} ({member.Name})")),
        ];
    }

    private static string Kind(Type type) =>
        (type.IsValueType ? "struct" : type.IsAbstract ? "abstract class" : "class")
        + (type.BaseType is { } parent && (parent.Assembly == Crossing.Assembly || parent == typeof(Exception)) ? $" : {NameOf(parent)}" : "");

    private static IEnumerable<KeyValuePair<string, string>> OfGrain(Type grain) =>
    [
        new(Crossing.AliasOf(grain) ?? grain.FullName!, $"grain {grain.GetInterfaces().Single(parent => parent.Name.EndsWith("Key", StringComparison.Ordinal)).Name}"),
        .. grain.GetMethods()
            .Select(method => KeyValuePair.Create($"{Crossing.AliasOf(grain)}.{Crossing.AliasOf(method) ?? method.Name}", Signature(method)))
            .OrderBy(method => method.Key, StringComparer.Ordinal),
    ];

    private static string Signature(MethodInfo method)
    {
        var result = Crossing.ResultOf(method);
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));
        return $"({parameters}) -> {(result == typeof(void) ? "nothing" : NameOf(result))}";
    }

    // A member's name is for readers: on the wire it is its number. That of an enum's member is all that its entry says.
    private static string Wire(string value) => value.Split(" (")[0];
}
