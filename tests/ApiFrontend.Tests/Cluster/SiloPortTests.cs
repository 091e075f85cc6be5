using LoApi.ApiFrontend.Tests.Service;

namespace LoApi.ApiFrontend.Tests.Cluster;

public sealed class SiloPortTests
{
    [Theory]
    [InlineData("Silo__SiloPort", "0", "Silo:SiloPort")]
    [InlineData("Silo__SiloPort", "65536", "Silo:SiloPort")]
    [InlineData("Silo__SiloPort", "eleven", "Silo:SiloPort")]
    [InlineData("Silo__GatewayPort", "-1", "Silo:GatewayPort")]
    [InlineData("Silo__GatewayPort", "65536", "Silo:GatewayPort")]
    public async Task Start_WrongPort_StopsWithASentenceThatNamesTheKey(string name, string value, string key)
    {
        await using var service = ServiceProcess.Start((name, value));
        var (exitCode, output) = await service.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SamePortTwice_StopsWithASentenceThatNamesTheKey()
    {
        await using var service = ServiceProcess.Start(("Silo__SiloPort", "20000"), ("Silo__GatewayPort", "20000"));
        var (exitCode, output) = await service.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("Silo:GatewayPort lies between 0 and 65535 and is another than Silo:SiloPort.", output, StringComparison.Ordinal);
    }
}
