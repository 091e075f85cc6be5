using LoApi.Admin;
using LoApi.Fixtures;
using LoApi.LoadGen.Client;
using LoApi.Reliability.Databases;
using LoApi.Silo;
using Microsoft.Extensions.Configuration;

namespace LoApi.Reliability.Cluster;

/// <summary>Two silos and a front end that is their client, over a PostgreSQL of their own.</summary>
internal sealed class ClusterProcesses : IAsyncDisposable
{
    private const int SiloCount = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<LoopbackPort> _ports = [];
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _probes = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<(MemberProcess Process, Uri Ready)> _silos = [];
    private MemberProcess? _frontEnd;

    private ClusterProcesses(PrivatePostgreSql database) => Database = database;

    public PrivatePostgreSql Database { get; }

    /// <summary>Where the front end listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts them, one after the other, over a database that was migrated by an operator.</summary>
    public static async Task<ClusterProcesses> StartAsync()
    {
        var cluster = new ClusterProcesses(await PrivatePostgreSql.CreateAsync());
        try
        {
            await cluster.MigrateAsync();
            for (var silo = 0; silo < SiloCount; silo++)
            {
                await cluster.StartSiloAsync();
            }

            await cluster.StartFrontEndAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A file of the data folder that they share.</summary>
    public string DataFile(string name) => Path.Combine(_folder.File("data"), name);

    /// <summary>The credentials of the client that a silo in development makes for its developer.</summary>
    public SignedTokens Credentials()
    {
        var credentials = DemonstrationCredentials.Read(_folder.File("data")) ?? throw new InvalidOperationException("The silos have made no client.");
        return new SignedTokens(credentials.ClientId, credentials.KeyId, Convert.FromBase64String(credentials.Key), TimeProvider.System);
    }

    /// <summary>SIGKILL for a silo, from 0.</summary>
    public Task KillSiloAsync(int silo) => _silos[silo].Process.KillAsync();

    /// <summary>Starts a silo again and waits until it is ready.</summary>
    public Task RestartSiloAsync(int silo)
    {
        _silos[silo].Process.Start();
        return ReadyAsync(_silos[silo].Process, _silos[silo].Ready);
    }

    public async ValueTask DisposeAsync()
    {
        if (_frontEnd is not null)
        {
            await _frontEnd.DisposeAsync();
        }

        foreach (var (process, _) in _silos)
        {
            await process.DisposeAsync();
        }

        _probes.Dispose();
        await Database.DisposeAsync();
        _folder.Dispose();
        _ports.ForEach(port => port.Dispose());
    }

    private async Task MigrateAsync()
    {
        await using var output = new StringWriter();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Provider"] = Database.Provider,
                ["Storage:ConnectionString"] = Database.ConnectionString,
            })
            .Build();
        if (await AdminCommand.RunAsync(["migrate"], new AdminHost(output, output, settings, Watched: false), CancellationToken.None) != 0)
        {
            throw new InvalidOperationException($"The database cannot be migrated: {output}");
        }
    }

    private async Task StartSiloAsync()
    {
        var health = TakePort();
        var silo = new MemberProcess(
            "LoApi.Silo.dll",
            _folder.Path,
            Database,
            ("Silo__SiloPort", $"{TakePort()}"),
            ("Silo__GatewayPort", $"{TakePort()}"),
            ("Silo__HealthPort", $"{health}"));
        var ready = new Uri($"http://127.0.0.1:{health}/health/ready");
        _silos.Add((silo, ready));
        silo.Start();
        await ReadyAsync(silo, ready);
    }

    private async Task StartFrontEndAsync()
    {
        Address = new Uri($"http://127.0.0.1:{TakePort()}");
        _frontEnd = new MemberProcess(
            "LoApi.ApiFrontend.dll",
            _folder.Path,
            Database,
            ("ASPNETCORE_URLS", Address.AbsoluteUri),
            ("Cluster__Mode", "Client"),
            ("Cluster__ConnectionString", await Database.AddFrontEndAsync()),
            ("Storage__ConnectionString", "Host=nobody.invalid")); // It must get along without.
        _frontEnd.Start();
        await ReadyAsync(_frontEnd, new Uri(Address, "/health/ready"));
    }

    private int TakePort()
    {
        _ports.Add(LoopbackPort.Take());
        return _ports[^1].Number;
    }

    private async Task ReadyAsync(MemberProcess process, Uri ready)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(ready))
        {
            if (!process.Runs || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{ready} does not say that it is ready. Its process said: {process.Complaints}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private async Task<bool> IsReadyAsync(Uri ready)
    {
        try
        {
            using var answer = await _probes.GetAsync(ready);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
