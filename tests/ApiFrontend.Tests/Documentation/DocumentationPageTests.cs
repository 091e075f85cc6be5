using System.Net;
using System.Text.RegularExpressions;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Documentation;

[Collection(ApiCollection.Name)]
public sealed partial class DocumentationPageTests(SqliteApiHost host)
{
    [Theory]
    [InlineData("/docs")]
    [InlineData("/docs/")]
    public async Task Docs_Root_LeadsToThePage(string path)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(path);
        Assert.Equal((HttpStatusCode.OK, "/docs/index.html"), (answer.Status, answer.Message.RequestMessage!.RequestUri!.AbsolutePath));
    }

    [Fact]
    public async Task Docs_Policy_LetsNothingForeignIn()
    {
        using var client = host.CreateClient();
        var policy = (await client.GetAnswerAsync("/docs/index.html")).Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var sources = policy.Split(';').SelectMany(directive => directive.Trim().Split(' ')[1..]).Distinct();
        Assert.All(sources, source => Assert.Matches("^('self'|'none'|data:|'sha256-[A-Za-z0-9+/]{43}=')$", source));
    }

    [Fact]
    public async Task Docs_Page_IsMadeOfOwnAssetsAndNothingInline()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync("/docs/index.html");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.Message.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotMatch("<style|<script[^>]*>[^<]|\\son[a-z]+=|\\sstyle=", page.Text);

        string[] assets = [.. Asset().Matches(page.Text).Select(match => match.Groups["url"].Value)];
        Assert.True(assets.Length >= 5, string.Join(", ", assets));
        foreach (var asset in assets)
        {
            var url = new Uri(new Uri("http://this.host/docs/"), asset);
            Assert.Equal("this.host", url.Host);
            var answer = await client.GetAnswerAsync(url.AbsolutePath);
            Assert.Equal((asset, HttpStatusCode.OK), (asset, answer.Status));
            Assert.NotEmpty(answer.Text);
        }
    }

    [Fact]
    public async Task Docs_Script_AsksForTheDocumentHere()
    {
        using var client = host.CreateClient();
        var script = await client.GetAnswerAsync("/docs/index.js");
        Assert.Contains("""{"url":"/openapi/v1.json","name":"LoApi v1"}""", script.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/openapi/v1.json")).Status);
    }

    [GeneratedRegex("(?:src|href)=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
