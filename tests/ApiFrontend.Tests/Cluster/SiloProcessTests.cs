using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>A silo as a process of its own.</summary>
public sealed class SiloProcessTests
{
    private const string Password = "correct horse battery";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // Of a machine that does much else beside.

    [Theory]
    [InlineData("Silo__AdvertisedAddress", "silo.example.gov", "Silo:AdvertisedAddress")]
    [InlineData("POD_IP", "0.0.0.0", "Silo:AdvertisedAddress")]
    [InlineData("Silo__HealthPort", "0", "Silo:HealthPort")]
    [InlineData("Silo__ShutdownTimeout", "01:00:00", "Silo:ShutdownTimeout")]
    [InlineData("Cluster__ClusterId", "", "Cluster:ClusterId")]
    [InlineData("Cluster__MissedProbes", "0", "Cluster:MissedProbes")]
    [InlineData("Cluster__DefunctSiloExpiration", "00:00:01", "Cluster:DefunctSiloExpiration")]
    [InlineData("Storage__SchemaTimeout", "1.00:00:00", "Storage:SchemaTimeout")]
    [InlineData("Storage__Provider", "PostgreSql", "Storage:ConnectionString")]
    [InlineData("Dashboard__Password", "short", "Dashboard:Password")]
    [InlineData("Dashboard__Address", "localhost", "Dashboard:Address")]
    public async Task Start_WrongSetting_StopsWithASentenceThatNamesTheKey(string name, string value, string key)
    {
        await using var silo = ServiceProcess.StartSilo((name, value));
        var (exitCode, output) = await silo.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SchemaThatNobodyMigrates_StopsWithASentence()
    {
        var server = await PostgresServer.StartSharedAsync();
        var database = await server.CreateDatabaseAsync();
        await using var silo = ServiceProcess.StartSilo(
            ("Storage__Provider", "PostgreSql"), ("Storage__ConnectionString", database), ("Storage__SchemaTimeout", "00:00:00"));
        var (exitCode, output) = await silo.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("from 0001-reference-data on; apply them with loapi-admin migrate", output, StringComparison.Ordinal);
        await server.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task PrivatePorts_OfAStartedSilo_AnswerWhoMayAsk()
    {
        using var health = LoopbackPort.Take();
        using var dashboard = LoopbackPort.Take();
        await using var silo = ServiceProcess.StartSilo(
            ("Silo__HealthPort", $"{health.Number}"), ("Dashboard__Port", $"{dashboard.Number}"), ("Dashboard__Password", Password));
        using var client = new HttpClient { Timeout = Patience };
        await ListeningAsync(client, $"http://127.0.0.1:{health.Number}/health/live");

        foreach (var probe in (string[])["live", "startup", "ready"])
        {
            Assert.Equal("healthy", await StatusAsync(client, $"http://127.0.0.1:{health.Number}/health/{probe}"));
        }

        var operators = $"http://127.0.0.1:{dashboard.Number}";
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(client, $"{operators}/", password: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(client, $"{operators}/ClusterStats", "incorrect horse battery"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, $"{operators}/", Password));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, $"{operators}/ClusterStats", Password));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(client, $"{operators}/Trace", Password));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(client, $"{operators}/health/live", Password));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(client, $"http://127.0.0.1:{health.Number}/ClusterStats", Password));
    }

    /// <summary>A pod's tunnel (kubectl port-forward) comes in on its loopback address, and the silo has another.</summary>
    [Theory]
    [InlineData(null, "127.0.0.1", "127.0.0.2")]
    [InlineData("127.0.0.3", "127.0.0.3", "127.0.0.1")]
    public async Task Dashboard_OfASiloWithAnAddressOfItsOwn_IsWhereItsSettingSays(string? setting, string there, string notThere)
    {
        using var health = LoopbackPort.Take();
        using var dashboard = LoopbackPort.Take();
        (string Name, string Value)[] settings =
        [
            ("Silo__AdvertisedAddress", "127.0.0.2"), ("Silo__HealthPort", $"{health.Number}"),
            ("Dashboard__Port", $"{dashboard.Number}"), ("Dashboard__Password", Password),
        ];
        await using var silo = ServiceProcess.StartSilo(setting is null ? settings : [.. settings, ("Dashboard__Address", setting)]);
        using var client = new HttpClient { Timeout = Patience };
        await ListeningAsync(client, $"http://127.0.0.2:{health.Number}/health/live");
        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, $"http://{there}:{dashboard.Number}/", Password));
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(client, $"http://{notThere}:{dashboard.Number}/", Password));
    }

    [Theory]
    [InlineData("Silo__SiloPort", "Silo:SiloPort")]
    [InlineData("Silo__GatewayPort", "Silo:GatewayPort")]
    [InlineData("Silo__HealthPort", "Silo:HealthPort")]
    [InlineData("Dashboard__Port", "Dashboard:Port")]
    public async Task Start_PortThatIsTaken_StopsWithASentenceThatNamesTheKey(string name, string key)
    {
        using var health = LoopbackPort.Take();
        using var dashboard = LoopbackPort.Take();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var silo = ServiceProcess.StartSilo(
            ("Silo__HealthPort", $"{health.Number}"), ("Dashboard__Port", $"{dashboard.Number}"), ("Dashboard__Password", Password), (name, $"{taken}"));
        var (exitCode, output) = await silo.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains($"Port {taken} of 127.0.0.1 is taken by another process. Set {key} to another.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static async Task<string> StatusAsync(HttpClient client, string url) =>
        JsonElement.Parse(await client.GetStringAsync(new Uri(url))).GetProperty("status").GetString()!;

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string url, string? password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (password is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{password}")));
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task ListeningAsync(HttpClient client, string url)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(url));
                return;
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }
}
