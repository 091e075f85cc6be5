using LoApi.Deploy.Tests.Manifests;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>
/// An overlay's containers as plain processes on this machine, with the environment that the manifests give them. What only
/// a cluster knows is put in its place: secrets, the pod's name and address, volumes, and free ports for those in the
/// manifest.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly Manifest[] _objects;
    private readonly PostgresServer _server;
    private readonly string _database;
    private readonly TemporaryFolder _volumes = new();
    private readonly Dictionary<string, LoopbackPort> _ports = new(StringComparer.Ordinal)
    {
        ["8080"] = LoopbackPort.Take(),
        ["8081"] = LoopbackPort.Take(),
        ["8090"] = LoopbackPort.Take(),
        ["11111"] = LoopbackPort.Take(),
        ["30000"] = LoopbackPort.Take(),
    };

    private Deployment(Manifest[] objects, PostgresServer server, string database)
    {
        _objects = objects;
        _server = server;
        _database = database;
    }

    public static async Task<Deployment> CreateAsync(string overlay)
    {
        var server = await PostgresServer.StartSharedAsync();
        return new(await Kustomize.RenderAsync(overlay), server, await server.CreateDatabaseAsync());
    }

    /// <summary>The same with a schema, by the migration Job.</summary>
    public static async Task<Deployment> CreateMigratedAsync(string overlay)
    {
        var deployment = await CreateAsync(overlay);
        await using var migration = deployment.StartMigration();
        Assert.True(await migration.EndedAsync() == 0, migration.Output);
        return deployment;
    }

    /// <summary>Starts what the migration Job starts.</summary>
    public ContainerProcess StartMigration()
    {
        var job = _objects.Single(manifest => manifest.Kind == "Job");
        string[] arguments = [.. Manifest.Items(job.At("spec/template/spec/containers/0/args")).Select(argument => argument.ToString())];
        return ContainerProcess.Start("admin", arguments, Environment(job.Name));
    }

    /// <summary>A client of what a container's port is here.</summary>
    public HttpClient Http(string port) => new() { BaseAddress = new Uri($"http://127.0.0.1:{_ports[port].Number}") };

    /// <summary>The path that a probe of a Deployment asks for.</summary>
    public string Probe(string name, string probe) =>
        _objects.Single(manifest => manifest.Kind == "Deployment" && manifest.Name == name).Text($"spec/template/spec/containers/0/{probe}/httpGet/path");

    /// <summary>What a pod's container is given.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment(string name) =>
        ContainerEnvironment.Of(_objects, _objects.Single(manifest => manifest.Pod is not null && manifest.Name == name))
            .Select(variable => KeyValuePair.Create(variable.Key, Here(name, variable.Value)));

    public async ValueTask DisposeAsync()
    {
        await _server.DropDatabaseAsync(_database);
        _volumes.Dispose();
        foreach (var port in _ports.Values)
        {
            port.Dispose();
        }
    }

    private static string Key(byte filling)
    {
        var key = new byte[32];
        Array.Fill(key, filling);
        return Convert.ToBase64String(key);
    }

    private string Here(string pod, string value) => value switch
    {
        "{field:status.podIP}" => "127.0.0.1",
        "{secret:loapi-database-owner/connection-string}" => _database,
        "{secret:loapi-database/connection-string}" => _database,
        "{secret:loapi-membership/connection-string}" => _database,
        "{secret:loapi-audit/key}" => Key(1),
        "{secret:loapi-clients/master-key}" => Key(2),
        "{secret:loapi-cursors/key}" => Key(3),
        "http://*:8080" => $"http://127.0.0.1:{_ports["8080"].Number}",
        "http://127.0.0.1:8090" => $"http://127.0.0.1:{_ports["8090"].Number}",
        _ when _ports.TryGetValue(value, out var port) => $"{port.Number}",
        _ => value
            .Replace("{field:metadata.name}", $"{pod}-0", StringComparison.Ordinal)
            .Replace("/var/lib/loapi", _volumes.Path, StringComparison.Ordinal),
    };
}
