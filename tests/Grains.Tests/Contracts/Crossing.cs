using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>What crosses between processes in a cluster: grain interfaces, and whatever hangs on their signatures.</summary>
internal static class Crossing
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static Assembly Assembly { get; } = typeof(IPayoffGrain).Assembly;

    public static ImmutableArray<Type> GrainInterfaces { get; } =
    [
        .. Assembly.GetTypes()
            .Where(type => type.IsInterface && type.GetInterfaces().Any(parent => parent.Name == "IGrain"))
            .OrderBy(AliasOf, StringComparer.Ordinal),
    ];

    /// <summary>Parameters and results of grains' methods, as they stand there.</summary>
    public static ImmutableHashSet<Type> InSignatures { get; } =
    [
        .. GrainInterfaces
            .SelectMany(grain => grain.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(ResultOf(method)))
            .Where(type => type != typeof(void)),
    ];

    /// <summary>Types of ours that are reached from signatures, generic ones with their arguments, with all heirs.</summary>
    public static ImmutableHashSet<Type> Reached { get; } = Reach();

    /// <summary>Reached types and those that are thrown, generic ones as definitions, by alias.</summary>
    public static ImmutableArray<Type> Contracts { get; } =
    [
        .. Reached
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .Concat(Assembly.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute))))
            .Distinct()
            .OrderBy(AliasOf, StringComparer.Ordinal),
    ];

    public static string? AliasOf(MemberInfo member) => member.GetCustomAttributes<AliasAttribute>(inherit: false).SingleOrDefault()?.Alias;

    /// <summary>The result that a caller awaits; void where there is none.</summary>
    public static Type ResultOf(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);

    /// <summary>What a type stores itself, not what it computes and not what it inherits.</summary>
    public static IEnumerable<PropertyInfo> Stored(Type type) => type
        .GetProperties(Instance)
        .Where(property => type.GetField($"<{property.Name}>k__BackingField", Instance) is { } field
            && field.IsDefined(typeof(CompilerGeneratedAttribute)));

    public static uint? IdOf(PropertyInfo property) => property.GetCustomAttribute<IdAttribute>()?.Id;

    private static ImmutableHashSet<Type> Reach()
    {
        var reached = ImmutableHashSet.CreateBuilder<Type>();
        foreach (var type in InSignatures)
        {
            Visit(type, reached);
        }

        return reached.ToImmutable();
    }

    private static void Visit(Type type, ImmutableHashSet<Type>.Builder reached)
    {
        foreach (var argument in type.GetGenericArguments())
        {
            Visit(argument, reached);
        }

        if (type.Assembly != Assembly || !reached.Add(type))
        {
            return;
        }

        foreach (var property in type.IsEnum ? [] : Stored(type))
        {
            Visit(property.PropertyType, reached);
        }

        foreach (var heir in Assembly.GetTypes().Where(other => other.BaseType == type))
        {
            Visit(heir, reached);
        }

        if (type.BaseType is { } parent)
        {
            Visit(parent, reached);
        }
    }
}
