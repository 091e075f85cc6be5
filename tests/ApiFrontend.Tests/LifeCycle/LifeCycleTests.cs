using System.Net;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.LifeCycle;
using LoApi.ApiFrontend.Tests.Authentication.Users;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.LifeCycle;

public sealed class LifeCycleTests
{
    private static readonly Deprecated Version = new(
        new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2028, 1, 4, 0, 0, 0, TimeSpan.Zero),
        "/docs/v1-to-v2",
        "https://loapi.example.gov/api/v2");

    [Fact]
    public async Task Answer_OfADeprecatedGroup_SaysSoBesideWhatItLinksItself()
    {
        await using var service = await LoopbackApp.StartAsync(app =>
        {
            app.UseRouting();
            app.UseMiddleware<LifeCycleMiddleware>(Options.Create(new HttpServerOptions { PublicBaseUrl = "https://loapi.example.gov" }));
            var old = app.MapGroup("/old").Deprecate(Version);
            old.MapGet("/list", (HttpContext http) => { http.Response.Headers.Link = "<https://next>; rel=\"next\""; });
            old.MapGet("/soon", () => Results.NotFound()).Deprecate(new(Version.Since));
            app.MapGet("/new", () => "new");
        });
        using var client = new HttpClient { BaseAddress = new(service.Address) };

        var list = await client.GetAnswerAsync("/old/list");
        Assert.Equal("@1799020800", list.Header("Deprecation"));
        Assert.Equal("Tue, 04 Jan 2028 00:00:00 GMT", list.Header("Sunset"));
        Assert.Equal(
            "<https://next>; rel=\"next\", <https://loapi.example.gov/docs/v1-to-v2>; rel=\"deprecation\", <https://loapi.example.gov/api/v2>; rel=\"successor-version\"",
            list.Header("Link"));

        var soon = await client.GetAnswerAsync("/old/soon");
        Assert.Equal(HttpStatusCode.NotFound, soon.Status);
        Assert.Equal(("@1799020800", null, null), (soon.Header("Deprecation"), soon.Header("Sunset"), soon.Header("Link")));

        Assert.Null((await client.GetAnswerAsync("/new")).Header("Deprecation"));
    }
}
