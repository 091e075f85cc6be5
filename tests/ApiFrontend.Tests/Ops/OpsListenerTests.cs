using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Ops;

public sealed class OpsListenerTests
{
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
