using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Resources;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>Calls of grains that are lost on their way, where the grains' silo is in the front end's own process.</summary>
public sealed class CoHostedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Call_LostTwice_IsMadeAgainAndAnswered()
    {
        await using var host = await StartAsync(new Losses());
        using var client = host.CreateClient("1", "1");
        var (path, _) = await client.CreateResourceAsync();

        host.Losses.Left = 2;
        var read = await client.GetAnswerAsync(path);

        Assert.Equal((HttpStatusCode.OK, 0), (read.Status, host.Losses.Left));
    }

    [Fact]
    public async Task Call_GivenUpByOrleans_IsUnavailableAndNoFaultOfTheService()
    {
        await using var host = await StartAsync(new Losses(), ("Cluster:RepeatFor", "00:00:00"));
        using var client = host.CreateClient("1", "1");
        var (path, _) = await client.CreateResourceAsync();

        host.Losses.Left = 1;
        var read = await client.GetAnswerAsync(path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "cluster_unavailable"), (read.Status, read.Code));
    }

    private async Task<LossyHost> StartAsync(Losses losses, params (string Name, string Value)[] settings)
    {
        var host = new LossyHost(_folder, losses, settings);
        await host.InitializeAsync();
        return host;
    }

    /// <summary>Loses calls of resources as Orleans does: it gives them up in words of its own.</summary>
    private sealed class Losses : IOutgoingGrainCallFilter
    {
        public int Left { get; set; }

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (Left == 0 || context.InterfaceMethod.DeclaringType != typeof(IResourceGrain))
            {
                return context.Invoke();
            }

            Left--;
            throw new OrleansException("No active nodes are compatible with grain resource.");
        }
    }

    private sealed class LossyHost(TemporaryFolder folder, Losses losses, (string Name, string Value)[] settings) : ApiHost("Sqlite")
    {
        public Losses Losses => losses;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureTestServices(services => services.AddSingleton<IOutgoingGrainCallFilter>(losses)); // After what repeats.
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={folder.File("loapi.db")}");
    }
}
