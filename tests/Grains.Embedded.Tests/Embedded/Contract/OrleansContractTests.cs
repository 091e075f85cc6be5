using System.Reflection;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

/// <summary>Holds the public surface of the embedded runtime against Orleans' own assemblies.</summary>
public sealed class OrleansContractTests
{
    /// <summary>The runtime's own namespace: what the generator writes stands on it.</summary>
    private const string OwnNamespace = "Orleans.Embedded";

    /// <summary>What stands in a namespace of Orleans and is not from there: how a host adds the runtime.</summary>
    private static readonly Type[] OwnTypes =
        [typeof(EmbeddedGrainsOptions), typeof(EmbeddedGrainsServiceCollectionExtensions)];

    /// <summary>Interfaces that grains and hosts call, and only the runtime implements: a part of them will do.</summary>
    private static readonly Type[] OnlyCalledInterfaces =
        [typeof(IGrainFactory), typeof(IClusterClient), typeof(IGrainContext), typeof(IGrainTimer)];

    /// <summary>Classes whose members grains override.</summary>
    private static readonly Type[] DerivedFrom = [typeof(Grain)];

    /// <summary>What Orleans has in another assembly than Orleans.Core.Abstractions.</summary>
    private static readonly Dictionary<Type, string> FromOtherAssemblies = new()
    {
        [typeof(AliasAttribute)] = "Orleans.Serialization.Abstractions",
        [typeof(GenerateFieldIds)] = "Orleans.Serialization.Abstractions",
        [typeof(GenerateSerializerAttribute)] = "Orleans.Serialization.Abstractions",
        [typeof(IdAttribute)] = "Orleans.Serialization.Abstractions",
        [typeof(ImmutableAttribute)] = "Orleans.Serialization.Abstractions",
        [typeof(ResponseTimeoutAttribute)] = "Orleans.Serialization.Abstractions",
        [typeof(CollectionAgeLimitAttribute)] = "Orleans.Core",
        [typeof(GrainState<>)] = "Orleans.Core",
        [typeof(IClusterClient)] = "Orleans.Core",
        [typeof(IGrainState<>)] = "Orleans.Core",
        [typeof(IGrainStorage)] = "Orleans.Core",
        [typeof(InconsistentStateException)] = "Orleans.Core",
        [typeof(KeepAliveAttribute)] = "Orleans.Core",
        [typeof(IPersistentState<>)] = "Orleans.Runtime",
        [typeof(IPersistentStateConfiguration)] = "Orleans.Runtime",
        [typeof(PersistentStateAttribute)] = "Orleans.Runtime",
    };

    private static readonly IReadOnlyDictionary<string, PublicType> Ours = PublicSurface.Read(typeof(IGrain).Assembly.Location);

    private static readonly IReadOnlyDictionary<string, PublicType> Shapes = PublicSurface.Read(typeof(Drift).Assembly.Location);

    private static string AbstractionsPath => typeof(OrleansContractTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "OrleansAbstractions")
        .Value!;

    [Fact]
    public void PublicTypes_AgainstTheAbstractionsOfThisVersion_AreTheSame()
    {
        var elsewhere = FromOtherAssemblies.Keys.Concat(OwnTypes).Select(type => type.FullName).ToHashSet();
        var compared = Ours.Values
            .Where(type => type.Namespace != OwnNamespace && !elsewhere.Contains(type.Name))
            .ToArray();

        var differences = Compare(compared, PublicSurface.Read(AbstractionsPath));

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        Assert.True(compared.Length >= 30, "Hardly anything was compared.");
    }

    [Fact]
    public void TypesOfOtherAssemblies_InTheAbstractions_AreAbsent()
    {
        var abstractions = PublicSurface.Read(AbstractionsPath);

        Assert.DoesNotContain(FromOtherAssemblies.Keys, type => abstractions.ContainsKey(type.FullName!));
        Assert.All(FromOtherAssemblies.Keys, type => Assert.True(Ours.ContainsKey(type.FullName!), type.FullName));
    }

    /// <summary>Not every registry holds the other assemblies: a directory that does is named by a variable.</summary>
    [FactWithOrleans]
    public void TypesOfOtherAssemblies_AgainstOrleans_AreTheSame()
    {
        var differences = FromOtherAssemblies
            .GroupBy(type => type.Value, type => type.Key)
            .SelectMany(assembly => Compare(
                assembly.Select(type => Ours[type.FullName!]),
                PublicSurface.Read(Path.Combine(FactWithOrleansAttribute.Directory!, assembly.Key + ".dll"))))
            .ToList();

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    [Theory]
    [InlineData(nameof(Drift.ChangedReturnType))]
    [InlineData(nameof(Drift.ChangedParameterType))]
    [InlineData(nameof(Drift.ChangedParameterName))]
    [InlineData(nameof(Drift.ChangedDefaultValue))]
    [InlineData(nameof(Drift.ChangedConstraint))]
    [InlineData(nameof(Drift.ChangedBaseType))]
    [InlineData(nameof(Drift.ChangedUsage))]
    [InlineData(nameof(Drift.ChangedValue))]
    [InlineData(nameof(Drift.AddedMember))]
    [InlineData(nameof(Drift.AddedInterface))]
    [InlineData(nameof(Drift.MissingImplementable))]
    [InlineData(nameof(Drift.SealedOverridable))]
    public void Comparison_OfADriftedShape_FindsIt(string drift)
    {
        Assert.NotEmpty(SurfaceComparison.Compare(Shape(drift, "Ours"), Shape(drift, "Theirs"), isOnlyCalled: false));
    }

    [Fact]
    public void Comparison_OfAPartOfWhatIsOnlyCalled_FindsNothing()
    {
        var part = Shape(nameof(Drift.MissingImplementable), "Ours");
        var whole = Shape(nameof(Drift.MissingImplementable), "Theirs");

        Assert.Empty(SurfaceComparison.Compare(part, whole, isOnlyCalled: true));
    }

    /// <summary>A shape under its pair's name, so that the names are no difference.</summary>
    private static PublicType Shape(string drift, string side)
    {
        var name = $"{typeof(Drift).FullName}+{drift}+{side}";
        return Shapes[name] with { Name = drift };
    }

    private static List<string> Compare(IEnumerable<PublicType> ours, IReadOnlyDictionary<string, PublicType> theirs)
    {
        var onlyCalled = OnlyCalledInterfaces.Select(type => type.FullName).ToHashSet();
        var derivedFrom = DerivedFrom.Select(type => type.FullName).ToHashSet();
        return
        [
            .. ours.SelectMany(type => theirs.TryGetValue(type.Name, out var original)
                ? SurfaceComparison.Compare(
                    type,
                    original,
                    isOnlyCalled: type.IsInterface ? onlyCalled.Contains(type.Name) : !derivedFrom.Contains(type.Name))
                : [$"{type.Name} does not exist"]),
        ];
    }
}
