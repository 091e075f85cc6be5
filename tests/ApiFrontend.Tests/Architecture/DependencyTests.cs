using System.Reflection;
using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void ApiFrontend_References_ReachDataOnlyThroughGrains() =>
        Assert.Equal(["LoApi.Grains.Interfaces", "LoApi.Silo"], Own(typeof(Program).Assembly));

    [Fact]
    public void GrainInterfaces_References_KnowNobody() => Assert.Empty(Own(typeof(IPayoffGrain).Assembly));

    [Fact]
    public void Storage_References_KnowTheModelsOnly() => Assert.Equal(["LoApi.Grains.Interfaces"], Own(Assembly.Load("LoApi.Storage")));

    [Fact]
    public void Grains_References_KnowModelsAndStorage() =>
        Assert.Equal(["LoApi.Grains.Interfaces", "LoApi.Storage"], Own(Assembly.Load("LoApi.Grains")));

    // The programming model is not one of ours: the embedded runtime stands in for Orleans itself.
    private static IEnumerable<string> Own(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => name.StartsWith("LoApi.", StringComparison.Ordinal) && name != "LoApi.Grains.Embedded")
        .Order(StringComparer.Ordinal);
}
