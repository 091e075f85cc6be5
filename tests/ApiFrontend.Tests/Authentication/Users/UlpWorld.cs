using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>A whole service that has its users vouched for by a ULP of the test's own.</summary>
public sealed class UlpWorld : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Ulp? _ulp;
    private ConfiguredApiHost? _host;

    internal Ulp Ulp => _ulp!;

    internal ConfiguredApiHost Host => _host!;

    public async Task InitializeAsync()
    {
        _ulp = await Ulp.StartAsync();
        _host = await ConfiguredApiHost.StartAsync(
            _folder,
            ("Authentication:UserVerification", "Ulp"),
            ("Authentication:Ulp:Endpoint", Ulp.App.Address + "/introspect"),
            ("Authentication:Ulp:Authorization", "Basic " + Sensitive.Keep("bG9hcGk6c2VjcmV0")),
            ("Authentication:Ulp:Retries", "0"),
            ("Authentication:Ulp:Timeout", "00:00:03")); // Of the system's clock: what is well must do with it on a busy machine.
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Ulp.DisposeAsync();
        _folder.Dispose();
    }
}
