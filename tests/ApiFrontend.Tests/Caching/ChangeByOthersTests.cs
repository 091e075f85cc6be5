using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Locations;
using LoApi.Storage.Importing;
using LoApi.Users;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Caching;

/// <summary>That changes which others make in the database are noticed within <c>Cache:MaxAge</c>, 30 s by default.</summary>
public sealed class ChangeByOthersTests
{
    private static readonly TimeSpan JustBefore = TimeSpan.FromSeconds(29.999);
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task GetUser_ChangedByOthers_IsNoticedWithinMaxAge()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Host.CreateClient("1", "1");
        var before = await client.GetAnswerAsync("/api/v1/users/1");
        var user = await service.Grains.GetGrain<IUserGrain>("1").GetAsync();
        await service.ImportAsync(new() { Users = [user! with { LastName = "Otherwise" }] });

        service.Host.Clock.Advance(JustBefore);
        Assert.Equal(before.Text, (await client.GetAnswerAsync("/api/v1/users/1")).Text);

        service.Host.Clock.Advance(MaxAge - JustBefore);
        var after = await client.GetAnswerAsync("/api/v1/users/1");
        Assert.Equal("Otherwise", after.Json.GetProperty("last_name").GetString());
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
    }

    [Fact]
    public async Task AnyRequest_UserMadeInactiveByOthers_IsRefusedWithinMaxAge()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Host.CreateClient("1", "1");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/locations/1")).Status);
        var user = await service.Grains.GetGrain<IUserGrain>("1").GetAsync();
        await service.ImportAsync(new() { Users = [user! with { Active = false }] });

        service.Host.Clock.Advance(MaxAge);
        var refused = await client.GetAnswerAsync("/api/v1/locations/1");
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task GetLocation_ChangedByOthers_IsNoticedWithinMaxAge()
    {
        await using var service = await Service.StartAsync();
        using var client = service.Host.CreateClient("1", "1");
        var before = await client.GetAnswerAsync("/api/v1/locations/1");
        var location = await service.Grains.GetGrain<ILocationGrain>("1").ReadAsync();
        await service.ImportAsync(new() { Locations = [location.Row! with { Name = "Changed" }] });

        service.Host.Clock.Advance(JustBefore);
        Assert.Equal(before.Text, (await client.GetAnswerAsync("/api/v1/locations/1")).Text);

        service.Host.Clock.Advance(MaxAge - JustBefore);
        Assert.Equal("Changed", (await client.GetAnswerAsync("/api/v1/locations/1")).Json.GetProperty("name").GetString());
    }

    private sealed class Service : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();

        private Service() => Host = new("Sqlite", $"Data Source={_folder.File("loapi.db")}");

        public SteppedApiHost Host { get; }

        public IGrainFactory Grains => Host.Services.GetRequiredService<IGrainFactory>();

        public static async Task<Service> StartAsync()
        {
            var service = new Service();
            await service.Host.InitializeAsync();
            return service;
        }

        /// <summary>Writes past the grains, as others do.</summary>
        public Task ImportAsync(ImportSet rows) => Host.Services.GetRequiredService<Importer>().ImportAsync(rows);

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            _folder.Dispose();
        }
    }
}
