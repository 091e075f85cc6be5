using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Requests;

[Collection(ApiCollection.Name)]
public sealed class AllowedMethodsTests(SqliteApiHost host)
{
    private const string Patch = "application/merge-patch+json, application/json";

    [Theory]
    [InlineData("/api/v1/countries", "GET, HEAD, OPTIONS", null)]
    [InlineData("/api/v1/country/", "GET, HEAD, OPTIONS", null)]
    [InlineData("/api/v1/countries/XX", "GET, HEAD, OPTIONS", null)]
    [InlineData("/api/v1/payoffs", "GET, HEAD, OPTIONS, POST", null)]
    [InlineData("/api/v1/payoffs/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT", Patch)]
    [InlineData("/health", "GET, HEAD, OPTIONS", null)]
    [InlineData("/version", "GET, HEAD, OPTIONS", null)]
    [InlineData("/openapi/v1.json", "GET, HEAD, OPTIONS", null)]
    public async Task Options_Resource_NamesItsMethods(string path, string allow, string? acceptPatch)
    {
        using var client = host.CreateClient();
        var answer = await client.AskAsync(new(HttpMethod.Options, path));
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        Assert.Equal((allow, acceptPatch), (answer.Header("Allow"), answer.Header("Accept-Patch")));
    }

    [Fact]
    public async Task Options_EveryRoute_IsAnswered()
    {
        using var client = host.CreateClient();
        var paths = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
                segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1")))
            .Distinct()
            .ToArray();
        Assert.True(paths.Length > 15);
        foreach (var path in paths)
        {
            var answer = await client.AskAsync(new(HttpMethod.Options, $"/{path}"));
            Assert.Equal((path, HttpStatusCode.NoContent), (path, answer.Status));
            Assert.NotNull(answer.Header("Allow"));
        }
    }

    [Fact]
    public async Task Options_NoResource_IsNotFound()
    {
        using var client = host.CreateClient();
        var answer = await client.AskAsync(new(HttpMethod.Options, "/api/v1/nothing"));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("POST", "/api/v1/countries", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/v1/payoffs", "GET, HEAD, OPTIONS, POST")]
    [InlineData("BREW", "/api/v1/payoffs/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    [InlineData("POST", "/version", "GET, HEAD, OPTIONS")]
    public async Task AnyMethod_NotThere_IsToldWithThoseThatAre(string method, string path, string allow)
    {
        using var client = host.CreateClient("1", "1");
        var answer = await client.AskAsync(new(new HttpMethod(method), path));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (answer.Status, answer.Code));
        Assert.Equal(allow, answer.Header("Allow"));
    }
}
