using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Storage.Clients;
using LoApi.Storage.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>A whole service that has its users vouched for by an identity provider of the test's own.</summary>
public sealed class OidcWorld : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IdentityProvider? _provider;
    private ConfiguredApiHost? _host;

    internal IdentityProvider Provider => _provider!;

    internal ConfiguredApiHost Host => _host!;

    /// <summary>Registered with the provider as <c>prepay-web</c>.</summary>
    internal TestClient Prepay { get; } = WithAudience(TestClient.Make("prepay", ApiHost.Cipher, [.. ClientScope.All]), "prepay-web");

    /// <summary>Registered as <c>lx-web</c>.</summary>
    internal TestClient Lx { get; } = WithAudience(TestClient.Make("lx", ApiHost.Cipher, [.. ClientScope.All]), "lx-web");

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _host = await ConfiguredApiHost.StartAsync(
            _folder, ("Authentication:UserVerification", "Oidc"), ("Authentication:Oidc:Issuer", Provider.Issuer));
        foreach (var client in (TestClient[])[Prepay, Lx])
        {
            Assert.True(await Host.Services.GetRequiredService<ClientRegistry>().AddAsync(client.Client));
        }

        await MapAsync("subject-1", "1");
        await MapAsync("subject-2", "2");
        await MapAsync("subject-gone", "nobody");
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Says whose a subject is.</summary>
    internal Task MapAsync(string subject, string user) =>
        Host.Services.GetRequiredService<Importer>().ImportAsync(new ImportSet { Subjects = [new(Provider.Issuer, subject, user)] });

    private static TestClient WithAudience(TestClient client, string audience) =>
        client with { Client = client.Client with { OidcAudience = audience } };
}
