using System.Net;
using System.Reflection;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Errors;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Errors;

[Collection(ApiCollection.Name)]
public sealed class ProblemTests(SqliteApiHost host)
{
    [Fact]
    public async Task Problem_Members_AreThoseOfTheContract()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/countries/XX", ("X-Request-Id", "my-request.1"));
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(
            """{"type":"https://loapi.example.gov/docs/errors/not_found","title":"There is no such resource.","status":404,"detail":"No country has this alpha-2 code.","instance":"/api/v1/countries/XX","code":"not_found","request_id":"my-request.1"}""",
            answer.Text);
    }

    [Theory]
    [InlineData("GET", "/nothing/here", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/v1", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "/api/v1/countries", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("DELETE", "/api/v1/payoffs", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task Problem_OfTheRouter_HasACodeToo(string method, string path, HttpStatusCode status, string code)
    {
        using var client = host.CreateClient("1", "1");
        var answer = await client.AskAsync(new(new HttpMethod(method), path));
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Problem_MethodNotAllowed_NamesThoseThatAre()
    {
        using var client = host.CreateClient();
        var answer = await client.AskAsync(new(HttpMethod.Delete, "/api/v1/payoffs"));
        Assert.Equal(["GET", "HEAD", "OPTIONS", "POST"], answer.Header("Allow")!.Split(", "));
    }

    [Fact]
    public async Task Problem_Type_IsAPageThatExplainsTheCode()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync("/docs/errors/payoff_open");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("409", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAnswerAsync("/docs/errors/no_such_code")).Status);
    }

    [Fact]
    public void Catalog_EveryCode_StandsInTheDocumentation()
    {
        var documentation = File.ReadAllText(Repository.File("docs/errors.md"));
        var codes = typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.Contains($"`{code}`", documentation, StringComparison.Ordinal));
        Assert.All(ProblemCatalog.All, kind => Assert.Contains($"| `{kind.Code}` | {kind.Status} |", documentation, StringComparison.Ordinal));
    }
}
