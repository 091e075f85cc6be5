using System.Collections.Immutable;
using System.Reflection;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>In process nothing is copied between callers and grains: whatever crosses must be deeply immutable.</summary>
public sealed class ContractImmutabilityTests
{
    private static readonly HashSet<Type> Atoms =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double),
        typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
    ];

    private static readonly Assembly Interfaces = typeof(IPayoffGrain).Assembly;

    [Fact]
    public void GrainInterfaces_EverythingThatCrosses_IsDeeplyImmutable()
    {
        var crossing = Interfaces.GetTypes()
            .Where(type => type.IsInterface && type.GetInterfaces().Any(parent => parent.Name == "IGrain"))
            .SelectMany(grain => grain.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(ResultOf(method)))
            .Where(type => type != typeof(void))
            .ToHashSet();

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

    [Fact]
    public void Serialized_Types_NameThemselvesByAlias() =>
        // Cluster members of two versions find each other's types by alias, not by .NET name.
        Assert.All(
            Interfaces.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute))),
            type => Assert.True(type.IsDefined(typeof(AliasAttribute)), type.Name));

    private static Type ResultOf(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);

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

        if (type.Assembly != Interfaces && type.Assembly != typeof(ContractImmutabilityTests).Assembly)
        {
            return [$"{path}: {type} is not known to be immutable"];
        }

        var derived = Interfaces.GetTypes().Where(other => other.BaseType == type);
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
