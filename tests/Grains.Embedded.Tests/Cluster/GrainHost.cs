using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>Orleans: two silos in this process, called by a client.</summary>
public sealed class GrainHost : IGrainHost
{
    private readonly TestCluster _cluster = new TestClusterBuilder(initialSilosCount: 2)
        .AddSiloBuilderConfigurator<Silo>()
        .AddClientBuilderConfigurator<Client>()
        .Build();

    public IGrainFactory Grains => _cluster.GrainFactory;

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    private sealed class Silo : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder) => siloBuilder.AddActivityPropagation().Services
            .AddSingleton<GreetingService>()
            .AddScoped<ScopedService>()
            .AddKeyedSingleton<IGrainStorage, TestStorage>(TestStorage.Name);
    }

    private sealed class Client : IClientBuilderConfigurator
    {
        // The last of 10,000 calls to one grain waits longer than the usual 30 seconds on a machine that is busy otherwise.
        public void Configure(IConfiguration configuration, IClientBuilder clientBuilder) =>
            clientBuilder.AddActivityPropagation().Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromMinutes(2));
    }
}
