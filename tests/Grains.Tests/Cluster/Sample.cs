using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using LoApi.Grains.Tests.Contracts;

namespace LoApi.Grains.Tests.Cluster;

/// <summary>Makes values in which every stored member says something that no other says, and compares them member by member.</summary>
internal sealed class Sample
{
    private int _made;

    /// <summary>A value of the type with everything filled in.</summary>
    public object Filled(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Filled(underlying);
        }

        var number = ++_made;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(1 + number % (values.Length - 1))!; // The first is what a lost member looks like.
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return ArrayOf(type.GetGenericArguments()[0], type);
        }

        return type.Assembly == Crossing.Assembly ? FilledContract(type) : Atom(type, number);
    }

    /// <summary>A value of the type with nothing in it.</summary>
    public static object Empty(Type type) => RuntimeHelpers.GetUninitializedObject(type);

    /// <summary>Where two values differ.</summary>
    public static IEnumerable<string> Differences(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null)
        {
            return expected == actual ? [] : [path];
        }

        if (expected.GetType() != actual.GetType())
        {
            return [$"{path}: {actual.GetType()}"];
        }

        if (expected is IEnumerable and not string)
        {
            return IsDefault(expected) || IsDefault(actual)
                ? IsDefault(expected) == IsDefault(actual) ? [] : [path]
                : DifferencesOfItems([.. ((IEnumerable)expected).Cast<object>()], [.. ((IEnumerable)actual).Cast<object>()], path);
        }

        return expected.GetType().Assembly == Crossing.Assembly && expected is not Enum
            ? Members(expected.GetType()).SelectMany(member =>
                Differences(member.GetValue(expected), member.GetValue(actual), $"{path}.{member.Name}"))
            : expected.Equals(actual) ? [] : [$"{path}: {actual} is not {expected}"];
    }

    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.BaseType is { } parent && parent.Assembly == Crossing.Assembly
            ? Members(parent).Concat(Crossing.Stored(type))
            : Crossing.Stored(type);

    private static IEnumerable<string> DifferencesOfItems(object[] expected, object[] actual, string path) =>
        expected.Length != actual.Length
            ? [$"{path}: {actual.Length} items"]
            : expected.Zip(actual).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]"));

    private static bool IsDefault(object array) => (bool?)array.GetType().GetProperty("IsDefault")?.GetValue(array) == true;

    private static object Atom(Type type, int number) => type switch
    {
        _ when type == typeof(string) => $"text {number} \u00e9",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => number,
        _ when type == typeof(long) => (1L << 40) + number,
        _ when type == typeof(double) => number + 0.5,
        _ when type == typeof(decimal) => 1_234_567.80m + number, // The scale is part of an amount: 80 cents, not 8 tenths.
        _ when type == typeof(Guid) => new Guid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        _ when type == typeof(DateOnly) => new DateOnly(2027, 1, 4).AddDays(number),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero).AddTicks(number),
        _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(number),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"No sample of {type} is known.")),
    };

    private object FilledContract(Type type)
    {
        var made = Empty(type.IsAbstract ? Crossing.Assembly.GetTypes().First(heir => heir.BaseType == type) : type);
        foreach (var member in Members(made.GetType()))
        {
            member.DeclaringType!.GetProperty(member.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!
                .SetValue(made, Filled(member.PropertyType));
        }

        return made;
    }

    private object ArrayOf(Type item, Type array)
    {
        var items = Array.CreateInstance(item, 2);
        items.SetValue(Filled(item), 0);
        items.SetValue(Filled(item), 1);
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item)
            .Invoke(null, [items]) is { } made && array.IsInstanceOfType(made)
                ? made
                : throw new InvalidOperationException($"No {array} was made.");
    }
}
