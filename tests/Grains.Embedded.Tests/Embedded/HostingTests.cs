using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class HostingTests
{
    [Fact]
    public async Task Start_WithoutAStorageThatAGrainNames_FailsAndSaysWhich()
    {
        await using var services = Services(options => options.Assemblies.Add(typeof(HostingTests).Assembly));

        var thrown = await Assert.ThrowsAsync<OrleansConfigurationException>(() => StartAsync(services));

        Assert.Equal(
            "No grain storage 'test' is registered. State 'note' of LoApi.Grains.Embedded.Tests.Behaviour.Grains.NoteGrain "
            + "needs it: add a keyed IGrainStorage service of that name.",
            thrown.Message);
    }

    [Fact]
    public async Task Start_WithASettingThatCannotBe_FailsAndSaysWhich()
    {
        await using var services = Services(options => options.MailboxLimit = 0);

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(services));

        Assert.Equal("EmbeddedGrainsOptions.MailboxLimit is 0. It must be at least 1.", thrown.Message);
    }

    [Theory]
    [InlineData(
        """
        using Orleans;
        public interface IOne : IGrainWithStringKey;
        public class AGrain : Grain, IOne;
        [GrainType("a")]
        public class B : Grain, IOne;
        """,
        "B and AGrain have the same grain type 'a'. Name one of them with [GrainType].")]
    [InlineData(
        """
        using Orleans;
        public interface IOne : IGrainWithStringKey;
        public class AGrain : Grain, IOne
        {
            public AGrain() { }
            public AGrain(System.IServiceProvider services) { }
        }
        """,
        "Grain class AGrain has 2 public constructors. It must have one, or mark one with [ActivatorUtilitiesConstructorAttribute].")]
    [InlineData(
        """
        using Orleans;
        using Orleans.Runtime;
        public interface IOne : IGrainWithStringKey;
        public class AGrain([PersistentState("state")] string state) : Grain, IOne;
        """,
        "Parameter state of AGrain has [PersistentState] but is no IPersistentState.")]
    [InlineData(
        """
        using Orleans;
        public interface IOne : IGrainWithStringKey;
        public class AGrain<T> : Grain, IOne;
        """,
        "Grain class AGrain`1[T] is generic, which the embedded runtime leaves out.")]
    public async Task Start_WithAGrainClassThatCannotBe_FailsAndSaysWhy(string source, string expected)
    {
        var assembly = GeneratedCode.Load(source);
        await using var services = Services(options => options.Assemblies.Add(assembly));

        var thrown = await Assert.ThrowsAsync<OrleansConfigurationException>(() => StartAsync(services));

        Assert.Equal(expected, thrown.Message);
    }

    [Fact]
    public async Task GetGrain_WithoutAClassThatImplementsIt_Throws()
    {
        await using var services = Services(_ => { });

        var thrown = Assert.Throws<ArgumentException>(
            () => services.GetRequiredService<IGrainFactory>().GetGrain<ICountingGrain>("none"));

        Assert.StartsWith($"Could not find an implementation for interface {typeof(ICountingGrain)}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddEmbeddedGrains_CalledTwice_AddsToOneRuntime()
    {
        await using var services = new ServiceCollection()
            .AddEmbeddedGrains(options => options.MailboxLimit = 7)
            .AddEmbeddedGrains(options => options.MaxActivations = 8)
            .BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<EmbeddedGrainsOptions>>().Value;

        Assert.Equal((7, 8), (options.MailboxLimit, options.MaxActivations));
        Assert.Single(services.GetServices<IHostedService>());
        Assert.Same(services.GetRequiredService<IClusterClient>(), services.GetRequiredService<IGrainFactory>());
        Assert.Same(services.GetRequiredService<IClusterClient>().ServiceProvider.GetService<TimeProvider>(), TimeProvider.System);
    }

    private static ServiceProvider Services(Action<EmbeddedGrainsOptions> configure) => new ServiceCollection()
        .AddSingleton<GreetingService>()
        .AddEmbeddedGrains(configure)
        .BuildServiceProvider();

    /// <summary>As a host starts: what is wrong shows when its services are made, or when they start.</summary>
    private static async Task StartAsync(ServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }
}
