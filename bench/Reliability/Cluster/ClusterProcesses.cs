using System.Globalization;
using System.Net;
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
    /// <summary>How long a silo that is told to stop may take: <c>Silo:ShutdownTimeout</c>.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ClusterShape _shape;
    private readonly List<LoopbackPort> _ports = [];
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _probes = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<ReadyProcess> _silos = [];
    private readonly List<ReadyProcess> _frontEnds = [];
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

    /// <summary>The silo that it befalls, where it befalls one.</summary>
    public MemberProcess Victim => _silos[_shape.Victim].Process;

    /// <summary>What there is, in words.</summary>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"{_shape.Silos} silos, {_shape.FrontEnds} front ends; the victim is silo {_shape.Victim + 1}");

    /// <summary>Front ends that have ended, though nobody told them to; a sentence each.</summary>
    public IReadOnlyList<string> LostFrontEnds =>
        [.. _frontEnds.Where(each => !each.Process.Runs).Select(each => $"The front end of {each.Ready} has ended. It said: {each.Process.Complaints}")];

    /// <summary>Cuts the network of the victim.</summary>
    public Task CutVictimAsync() => _network!.CutAsync();

    /// <summary>Mends it.</summary>
    public Task MendVictimAsync() => _network!.MendAsync();

    /// <summary>Starts the victim again, as it was, and waits until it is ready.</summary>
    public Task RestartVictimAsync()
    {
        Victim.Start();
        return ReadyAsync(_silos[_shape.Victim]);
    }

    /// <summary>SIGKILL for all silos.</summary>
    public Task KillSilosAsync() => Task.WhenAll(_silos.Select(silo => silo.Process.KillAsync()));

    /// <summary>Starts all silos again, as they were, and waits until they are ready.</summary>
    public async Task RestartSilosAsync()
    {
        _silos.ForEach(silo => silo.Process.Start()); // At once: each clears away the one that it takes the place of, which the others wait for.
        foreach (var silo in _silos)
        {
            await ReadyAsync(silo);
        }
    }

    /// <summary>
    /// Starts another silo in the place of one, from 0, and stops that one once the other is ready, as a rolling upgrade
    /// does: how long it took to end, or null where it had to be killed.
    /// </summary>
    public async Task<TimeSpan?> ReplaceSiloAsync(int number)
    {
        var old = _silos[number];
        _silos[number] = await StartSiloAsync(apart: false);
        return await old.Process.StopAsync();
    }

    /// <summary>
    /// Waits until the readiness of all front ends answers with a status: how long it took, or null where one does not
    /// within <paramref name="limit"/>.
    /// </summary>
    public async Task<TimeSpan?> WaitForFrontEndsAsync(HttpStatusCode readiness, TimeSpan limit)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var frontEnd in _frontEnds)
        {
            while (await AskAsync(frontEnd.Ready) != readiness)
            {
                if (TimeProvider.System.GetElapsedTime(started) > limit)
                {
                    return null;
                }

                await Task.Delay(Pause, TimeProvider.System);
            }
        }

        return TimeProvider.System.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _frontEnds.Concat(_silos))
        {
            await member.Process.DisposeAsync();
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
        if (_shape.SeparatesVictim)
        {
            _network = await SeparateNetwork.CreateAsync();
            _relay = new DatabaseRelay(Database.ConnectionString, _network.Near);
        }

        for (var silo = 0; silo < _shape.Silos; silo++)
        {
            _silos.Add(await StartSiloAsync(apart: silo == _shape.Victim && _shape.SeparatesVictim));
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
            ("Silo__ShutdownTimeout", $"{ShutdownTimeout:c}"),
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
        var frontEnd = new ReadyProcess(process, new Uri(address, "/health/ready"));
        _frontEnds.Add(frontEnd);
        Addresses.Add(address);
        process.Start();
        await ReadyAsync(frontEnd);
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
        while (await AskAsync(member.Ready) != HttpStatusCode.OK)
        {
            if (!member.Process.Runs || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{member.Ready} does not say that it is ready. Its process said: {member.Process.Complaints}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    // Null where nobody answers.
    private async Task<HttpStatusCode?> AskAsync(Uri ready)
    {
        try
        {
            using var answer = await _probes.GetAsync(ready);
            return answer.StatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
