using LoApi.Admin;
using LoApi.Fixtures;
using LoApi.LoadGen.Client;
using LoApi.Reliability.Databases;
using LoApi.Silo;
using Microsoft.Extensions.Configuration;

namespace LoApi.Reliability.Cluster;

/// <summary>Silos, and front ends that are their clients, over a PostgreSQL of their own.</summary>
internal sealed class ClusterProcesses : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClusterShape _shape;
    private readonly List<LoopbackPort> _ports = [];
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _probes = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<ReadyProcess> _silos = [];
    private readonly List<MemberProcess> _frontEnds = [];
    private SeparateNetwork? _network;
    private DatabaseRelay? _relay;
    private int _started;

    private ClusterProcesses(PrivatePostgreSql database, ClusterShape shape)
    {
        Database = database;
        _shape = shape;
    }

    public PrivatePostgreSql Database { get; }

    /// <summary>Where the front ends listen.</summary>
    public List<Uri> Addresses { get; } = [];

    /// <summary>Where each silo that ever ran keeps the heads of the audit chains.</summary>
    public IReadOnlyList<string> HeadsFiles => [.. Enumerable.Range(1, _started).Select(HeadsFile)];

    /// <summary>Starts them, one after the other, over a database that was migrated by an operator.</summary>
    public static async Task<ClusterProcesses> StartAsync(ClusterShape shape)
    {
        var cluster = new ClusterProcesses(await PrivatePostgreSql.CreateAsync(), shape);
        try
        {
            await cluster.StartAsync();
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

    /// <summary>How many silos there are.</summary>
    public int SiloCount => _silos.Count;

    /// <summary>The process of a silo, from 0.</summary>
    public MemberProcess Silo(int number) => _silos[number].Process;

    /// <summary>Cuts the network of the first silo.</summary>
    public Task CutFirstAsync() => _network!.CutAsync();

    /// <summary>Mends it.</summary>
    public Task MendFirstAsync() => _network!.MendAsync();

    /// <summary>Starts a silo again, as it was, and waits until it is ready.</summary>
    public Task RestartSiloAsync(int number)
    {
        _silos[number].Process.Start();
        return ReadyAsync(_silos[number]);
    }

    /// <summary>Starts another silo in the place of one, and stops that one once the other is ready: as a rolling upgrade does.</summary>
    public async Task ReplaceSiloAsync(int number)
    {
        var old = _silos[number];
        _silos[number] = await StartSiloAsync(apart: false);
        await old.Process.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _frontEnds.Concat(_silos.Select(silo => silo.Process)))
        {
            await process.DisposeAsync();
        }

        _probes.Dispose();
        _relay?.Dispose();
        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        await Database.DisposeAsync();
        _folder.Dispose();
        _ports.ForEach(port => port.Dispose());
    }

    private static string HeadsFile(int number) => $"audit-heads-{number}.jsonl";

    private async Task StartAsync()
    {
        await MigrateAsync();
        if (_shape.SeparatesFirst)
        {
            _network = await SeparateNetwork.CreateAsync();
            _relay = new DatabaseRelay(Database.ConnectionString, _network.Near);
        }

        for (var silo = 0; silo < _shape.Silos; silo++)
        {
            _silos.Add(await StartSiloAsync(apart: silo == 0 && _shape.SeparatesFirst));
        }

        var membership = await Database.AddFrontEndAsync();
        for (var frontEnd = 0; frontEnd < _shape.FrontEnds; frontEnd++)
        {
            await StartFrontEndAsync(membership);
        }
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

    private async Task<ReadyProcess> StartSiloAsync(bool apart)
    {
        var address = (apart, _network) switch
        {
            (_, null) => "127.0.0.1",
            (true, _) => _network.Far,
            _ => _network.Near,
        };
        var health = TakePort();
        var number = ++_started;
        var process = new MemberProcess(
            "LoApi.Silo.dll",
            _folder.Path,
            Database,
            apart ? _network!.Entrance : [],
            LogOf($"silo-{number}"),
            ("Silo__AdvertisedAddress", address),
            ("Silo__SiloPort", $"{TakePort()}"),
            ("Silo__GatewayPort", $"{TakePort()}"),
            ("Silo__HealthPort", $"{health}"),
            ("Storage__ConnectionString", apart ? _relay!.ConnectionString : Database.ConnectionString),
            ("Audit__HeadsFile", $"data/{HeadsFile(number)}"));
        var silo = new ReadyProcess(process, new Uri($"http://{address}:{health}/health/ready"));
        process.Start();
        await ReadyAsync(silo);
        return silo;
    }

    private async Task StartFrontEndAsync(string membership)
    {
        var address = new Uri($"http://127.0.0.1:{TakePort()}");
        var process = new MemberProcess(
            "LoApi.ApiFrontend.dll",
            _folder.Path,
            Database,
            [],
            LogOf($"front-end-{_frontEnds.Count + 1}"),
            ("ASPNETCORE_URLS", address.AbsoluteUri),
            ("Cluster__Mode", "Client"),
            ("Cluster__ConnectionString", membership),
            ("Storage__ConnectionString", "Host=nobody.invalid")); // It must get along without.
        _frontEnds.Add(process);
        Addresses.Add(address);
        process.Start();
        await ReadyAsync(new(process, new Uri(address, "/health/ready")));
    }

    private string? LogOf(string member) => _shape.Logs is null ? null : Path.Combine(Directory.CreateDirectory(_shape.Logs).FullName, $"{member}.log");

    private int TakePort()
    {
        _ports.Add(LoopbackPort.Take());
        return _ports[^1].Number;
    }

    private async Task ReadyAsync(ReadyProcess member)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(member.Ready))
        {
            if (!member.Process.Runs || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{member.Ready} does not say that it is ready. Its process said: {member.Process.Complaints}");
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
