using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Architecture;

[Collection(ApiCollection.Name)]
public sealed class EndpointTests(SqliteApiHost host)
{
    private RouteEndpoint[] Resources => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))];

    [Fact]
    public void Resources_Access_IsDeclaredByEach()
    {
        Assert.NotEmpty(Resources);
        Assert.All(Resources, endpoint => Assert.True(endpoint.Metadata.GetMetadata<Access>() is not null, endpoint.DisplayName));
    }

    [Fact]
    public void Resources_QueryParameters_AreDeclaredByEach() =>
        Assert.All(Resources, endpoint => Assert.True(endpoint.Metadata.GetMetadata<QueryParameters>() is not null, endpoint.DisplayName));

    [Fact]
    public void Resources_Descriptions_AreGivenToEach()
    {
        Assert.All(Resources, endpoint =>
        {
            Assert.True(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null, endpoint.DisplayName);
            Assert.True(endpoint.Metadata.GetMetadata<ITagsMetadata>() is { Tags.Count: 1 }, endpoint.DisplayName);
        });
        Assert.Equal(Resources.Length, Resources.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).Distinct().Count());
    }

    [Fact]
    public void Resources_Scopes_AreKnownAndOfReadsForReadsAndOfWritesForWrites() => Assert.All(Resources, endpoint =>
    {
        var scope = endpoint.Metadata.GetMetadata<Access>()!.Scope;
        Assert.Contains(scope, ClientScope.All);
        Assert.EndsWith(Methods(endpoint).Contains("GET") ? ":read" : ":write", scope, StringComparison.Ordinal);
    });

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;
}
