using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class GarbageCollectionTests
{
    private const string Server = """{"runtimeOptions":{"configProperties":{"System.GC.Server":true,"System.GC.DynamicAdaptationMode":0}}}""";
    private const string Adaptive = """{"runtimeOptions":{"configProperties":{"System.GC.Server":true}}}""";
    private const string Bare = """{"runtimeOptions":{}}""";

    [Theory]
    [InlineData(Server, null, null, "server, 4 heaps")]
    [InlineData(Adaptive, null, null, "server, up to 4 heaps")]
    [InlineData(Bare, null, null, "workstation, 1 heap")]
    [InlineData(Server, "DOTNET_gcServer", "0", "workstation, 1 heap")]
    [InlineData(Bare, "DOTNET_gcServer", "1", "server, up to 4 heaps")]
    [InlineData(Server, "DOTNET_GCHeapCount", "1", "server, 1 heap")]
    [InlineData(Server, "DOTNET_GCHeapCount", "10", "server, 4 heaps")]
    public void Of_Configuration_IsOverriddenByTheEnvironment(string configuration, string? variable, string? value, string expected)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (variable is not null)
        {
            variables[variable] = value;
        }

        Assert.Equal(expected, GarbageCollection.Of(configuration, variables, processors: 4));
    }
}
