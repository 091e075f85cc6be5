using System.Collections.Immutable;
using System.Reflection;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>In process nothing is copied between callers and grains: whatever crosses must be deeply immutable.</summary>
public sealed class ContractImmutabilityTests
{
    private static readonly HashSet<Type> Atoms =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double),
        typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
    ];

    [Fact]
    public void GrainInterfaces_EverythingThatCrosses_IsDeeplyImmutable()
    {
        var crossing = Crossing.InSignatures;
        Assert.NotEmpty(crossing);
        Assert.Empty(crossing.SelectMany(type => Faults(type, type.Name, [])));
    }

    [Fact]
    public void Faults_MutableTypes_AreFound()
    {
        Assert.NotEmpty(Faults(typeof(int[]), "array", []));
        Assert.NotEmpty(Faults(typeof(List<int>), "list", []));
        Assert.NotEmpty(Faults(typeof(Settable), "settable", []));
        Assert.NotEmpty(Faults(typeof(ImmutableArray<Settable>), "array of settable", []));
    }

    private static IEnumerable<string> Faults(Type type, string path, HashSet<Type> seen)
    {
        if (Atoms.Contains(type) || type.IsEnum || type.IsGenericParameter || !seen.Add(type))
        {
            return [];
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Faults(underlying, path, seen);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Faults(type.GetGenericArguments()[0], path + "[]", seen);
        }

        if (type.Assembly != Crossing.Assembly && type.Assembly != typeof(ContractImmutabilityTests).Assembly)
        {
            return [$"{path}: {type} is not known to be immutable"];
        }

        var derived = Crossing.Assembly.GetTypes().Where(other => other.BaseType == type);
        return type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => IsSettable(property)
                ? [$"{path}.{property.Name} can be set"]
                : Faults(property.PropertyType, $"{path}.{property.Name}", seen))
            .Concat(derived.SelectMany(other => Faults(other, path, seen)));
    }

    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private sealed class Settable
    {
        public int Value { get; set; }
    }
}
