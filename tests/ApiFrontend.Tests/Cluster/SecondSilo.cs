using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Silo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests;

/// <summary>
/// A second silo beside the one that the front end of a test has in its process, over the same database and in the same
/// cluster, so that about every other grain is called over TCP. Started where <c>LOAPI_TEST_SILOS</c> is 2.
/// </summary>
internal sealed class SecondSilo(IHost host, LoopbackPort port) : IAsyncDisposable
{
    private const string Variable = "LOAPI_TEST_SILOS";

    public static async Task<RunningSilo?> StartIfAskedAsync(IServiceProvider first, Action<IServiceCollection> substitute, Action<ILoggingBuilder> capture)
    {
        if (Environment.GetEnvironmentVariable(Variable) != "2")
        {
            return null;
        }

        var configuration = first.GetRequiredService<IConfiguration>();
        var environment = first.GetRequiredService<IHostEnvironment>().EnvironmentName;
        var port = LoopbackPort.Take();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Silo:SiloPort"] = $"{port.Number}",
            ["Silo:PrimaryPort"] = configuration["Silo:SiloPort"],
            ["Audit:HeadsFile"] = configuration["Audit:HeadsFile"] + ".second", // Each process has its own.
        });
        builder.AddSilo();
        substitute(builder.Services);
        capture(builder.Logging);
        var host = builder.Build();
        await host.StartAsync();
        return new RunningSilo(host.Services, new SecondSilo(host, port));
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        port.Dispose();
    }
}
