using System.Net;
using LoApi.ApiFrontend.Ops;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Ops;

public sealed class OpsListenerTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:8090", false)]
    [InlineData("http://[::1]:8090", false)]
    [InlineData("http://localhost:8090", false)]
    [InlineData("https://10.1.2.3:8443", false)]
    [InlineData("http://10.1.2.3:8090", true)]
    [InlineData("http://*:8090", true)]
    [InlineData("http://ops.example.gov:8090", true)]
    public void Listen_OverHttpThatOthersReach_IsReadableOnTheWay(string? listen, bool isReadable) =>
        Assert.Equal(isReadable, new OpsOptions { Listen = listen }.IsReadableOnTheWay);

    [Theory]
    [InlineData("http://*:8090", 1)]
    [InlineData("http://127.0.0.1:8090", 0)]
    public async Task Start_WithAListenerThatIsReadableOnTheWay_IsWarnedOf(string listen, int warnings)
    {
        using var folder = new TemporaryFolder();
        await using var host = await ConfiguredApiHost.StartAsync(folder, ("Ops:Listen", listen)); // Which opens a port of the test's own in its place.
        Assert.Equal(warnings, host.Written.Entries.Count(entry => entry.Message.Contains("can be read on the way", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ops_WithAListenerOfItsOwn_IsServedThereAlone()
    {
        using var port = LoopbackPort.Take();
        await using var service = ServiceProcess.Start(("Ops__Listen", $"http://127.0.0.1:{port.Number}"));
        var guide = await service.GuidedAsync();
        var address = System.Text.RegularExpressions.Regex.Match(guide, @"http://127\.0\.0\.1:(?<port>[1-9][0-9]+)", System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.ExplicitCapture);

        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAnswerAsync($"{address.Value}/ops")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync($"{address.Value}/version")).Status);
        var page = await client.GetAnswerAsync($"http://127.0.0.1:{port.Number}/ops");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.Message.Content.Headers.ContentType!.MediaType));
    }
}
