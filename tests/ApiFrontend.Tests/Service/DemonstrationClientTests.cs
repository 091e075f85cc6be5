using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Silo;
using LoApi.Storage.Clients;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Service;

/// <summary>The client of a developer's machine, from one start to the next.</summary>
public sealed class DemonstrationClientTests : IDisposable
{
    private const string Demo = DemonstrationCredentials.Client;

    private readonly TemporaryFolder _folder = new();

    private DemonstrationCredentials Credentials => DemonstrationCredentials.Read(_folder.Path)!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_Development_MakesAClientWithEveryScope()
    {
        await using var host = await StartAsync();
        var client = (await host.Services.GetRequiredService<ClientRepository>().FindAsync(Demo))!;
        Assert.Equal(ClientScope.All.Order(StringComparer.Ordinal), client.Scopes.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_OtherEnvironment_MakesNoClientAndNoKey(string environment)
    {
        await using var host = await StartAsync(environment: environment);
        Assert.Empty(await host.Services.GetRequiredService<ClientRepository>().ListIdsAsync());
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.json").Concat(Directory.EnumerateFiles(_folder.Path, "*.key")));
    }

    [Fact]
    public async Task StartAgain_NothingChanged_KeepsTheKey()
    {
        var before = await StartAndStopAsync();
        await using var host = await StartAsync();
        Assert.Equal(before, Credentials);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
    }

    [Fact]
    public async Task StartAgain_FileGone_MakesAnotherKeyAndEndsTheFirst()
    {
        var before = await StartAndStopAsync();
        File.Delete(_folder.File("demo-client.json"));
        await using var host = await StartAsync();
        Assert.NotEqual(before, Credentials);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, before));
    }

    [Fact]
    public async Task StartAgain_DatabaseGone_TakesTheKeyOfTheFile()
    {
        var before = await StartAndStopAsync();
        File.Delete(_folder.File("loapi.db"));
        await using var host = await StartAsync();
        Assert.Equal(before, Credentials);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
    }

    [Fact]
    public async Task StartAgain_OtherMasterKey_EncryptsTheKeyAnew()
    {
        var before = await StartAndStopAsync();
        await using var host = await StartAsync(masterKey: MasterKey.Generate());
        Assert.Equal(before, Credentials);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
    }

    [Fact]
    public async Task StartAgain_KeyRevoked_MakesAnother()
    {
        var before = await StartAndStopAsync(host => host.Services.GetRequiredService<ClientRegistry>().RevokeKeyAsync(Demo, Credentials.KeyId));
        await using var host = await StartAsync();
        Assert.NotEqual(before, Credentials);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, before));
    }

    [Fact]
    public async Task StartAgain_ClientDisabled_StaysSo()
    {
        await StartAndStopAsync(host => host.Services.GetRequiredService<ClientRegistry>().DisableAsync(Demo));
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host));
    }

    private async Task<DemonstrationCredentials> StartAndStopAsync(Func<ApiHost, Task>? meanwhile = null)
    {
        await using var host = await StartAsync();
        await (meanwhile?.Invoke(host) ?? Task.CompletedTask);
        return Credentials;
    }

    private async Task<ApiHost> StartAsync(string environment = "Development", string? masterKey = null)
    {
        var host = new FolderHost(_folder, environment, masterKey);
        await host.InitializeAsync();
        return host;
    }

    private async Task<HttpStatusCode> StatusAsync(ApiHost host, DemonstrationCredentials? credentials = null)
    {
        using var client = host.CreateBearer((credentials ?? Credentials).SignToken(host.Clock.GetUtcNow(), "1", "1"));
        return (await client.GetAnswerAsync("/api/v1/payoffs")).Status;
    }

    private sealed class FolderHost(TemporaryFolder folder, string environment, string? masterKey) : ApiHost("Sqlite")
    {
        private protected override IEnumerable<TestClient> FirstClients => [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment(environment);
            builder.UseSetting("Storage:DemonstrationData", "true");
            builder.UseSetting("Clients:DataFolder", folder.Path);
            if (masterKey is not null)
            {
                builder.UseSetting("Clients:MasterKey", masterKey);
            }
        }

        protected override Task<string> CreateDatabaseAsync() => Task.FromResult($"Data Source={folder.File("loapi.db")}");
    }
}
