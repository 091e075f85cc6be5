using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Tests.Fixtures;
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
}
