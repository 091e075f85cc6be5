using LoApi.ApiFrontend.Tests.Service;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>A front end that is a client of silos.</summary>
public sealed class ClientSettingTests
{
    [Theory]
    [InlineData("Cluster__Mode", "Both", "Cluster:Mode")]
    [InlineData("Cluster__ResponseTimeout", "00:00:00", "Cluster:ResponseTimeout")]
    [InlineData("Cluster__GatewayRefresh", "01:00:00", "Cluster:GatewayRefresh")]
    [InlineData("Cluster__RepeatFor", "-00:00:01", "Cluster:RepeatFor")]
    [InlineData("Cluster__ConnectTimeout", "never", "Cluster:ConnectTimeout")]
    [InlineData("Silo__GatewayPort", "eleven", "Silo:GatewayPort")]
    [InlineData("Silo__GatewayPort", "70000", "Silo:GatewayPort")]
    [InlineData("Silo__GatewayPort", "0", "Silo:GatewayPort")]
    [InlineData("Storage__Provider", "PostgreSql", "Cluster:ConnectionString")]
    public async Task Start_WrongSetting_StopsWithASentenceThatNamesTheKey(string name, string value, string key)
    {
        await using var service = ServiceProcess.Start(("Cluster__Mode", "Client"), (name, value));
        var (exitCode, output) = await service.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutASilo_StopsAfterItsPatienceWithASentence()
    {
        await using var service = ServiceProcess.Start(("Cluster__Mode", "Client"), ("Silo__GatewayPort", "1"), ("Cluster__ConnectTimeout", "00:00:01"));
        var (exitCode, output) = await service.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("No silo of the cluster loapi answered within Cluster:ConnectTimeout (00:00:01)", output, StringComparison.Ordinal);
    }
}
