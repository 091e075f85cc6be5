using LoApi.ApiFrontend.Limits;
using LoApi.Fixtures;
using LoApi.Storage.Writing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>A service of one test's own, with settings of its own, over an SQLite file that a later one may take over.</summary>
internal sealed class ConfiguredApiHost(TemporaryFolder folder, params (string Name, string Value)[] settings) : ApiHost("Sqlite")
{
    /// <summary>Where clients' tokens come from, where that is not their grains.</summary>
    public TokenSources? TokenSources { get; init; }

    /// <summary>What stands before the writer, where something does.</summary>
    public Func<IChangeWriter, IChangeWriter>? Writer { get; init; }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ConfiguredApiHost> StartAsync(TemporaryFolder folder, params (string Name, string Value)[] settings) =>
        await new ConfiguredApiHost(folder, settings).StartedAsync();

    public async Task<ConfiguredApiHost> StartedAsync()
    {
        await InitializeAsync();
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        if (TokenSources is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(TokenSources));
        }
    }

    protected override void Substitute(IServiceCollection services)
    {
        base.Substitute(services);
        if (Writer is { } before)
        {
            var stored = services.Last(service => service.ServiceType == typeof(IChangeWriter)).ImplementationFactory!;
            services.AddSingleton(provider => before((IChangeWriter)stored(provider)));
        }
    }

    protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={folder.File("loapi.db")}");
}
