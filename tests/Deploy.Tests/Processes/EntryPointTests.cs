using System.Net;
using LoApi.Deploy.Tests.Manifests;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>
/// The containers' entry points as plain processes, with the environment that the manifests give them. What only a cluster
/// knows is put in its place: secrets, the pod's name and address, volumes, and a free port for the one in the manifest.
/// </summary>
public sealed class EntryPointTests : IAsyncLifetime, IDisposable
{
    private const string Overlay = "production";

    private readonly LoopbackPort _port = LoopbackPort.Take();
    private readonly TemporaryFolder _volumes = new();
    private PostgresServer? _server;
    private string _database = "";

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartSharedAsync();
        _database = await _server.CreateDatabaseAsync();
    }

    public Task DisposeAsync() => _server!.DropDatabaseAsync(_database);

    public void Dispose()
    {
        _port.Dispose();
        _volumes.Dispose();
    }

    [OverlayTheory]
    [InlineData(Overlay)]
    public async Task Migration_WithItsEnvironment_BringsTheSchemaAndEnds(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        await using var migration = StartMigration(objects);
        Assert.True(await migration.EndedAsync() == 0, migration.Output);
        Assert.Empty(migration.Written);
    }

    // In the embedded distribution a front end is its own silo, so it gets the environment of both.
    [OverlayTheory]
    [InlineData(Overlay)]
    public async Task FrontEnd_WithItsEnvironment_ServesAndEndsInOrder(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        await using (var migration = StartMigration(objects))
        {
            Assert.True(await migration.EndedAsync() == 0, migration.Output);
        }

        var environment = Environment(objects, "loapi-silo").Concat(Environment(objects, "loapi-frontend")).DistinctBy(variable => variable.Key);
        await using var frontEnd = ContainerProcess.Start("frontend", [], environment);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port.Number}") };
        var container = objects.Single(manifest => manifest is { Kind: "Deployment", Name: "loapi-frontend" }).Pod!["containers"]![0]!;
        foreach (var probe in (string[])["startupProbe", "livenessProbe", "readinessProbe"])
        {
            await frontEnd.AnswersAsync(http, Manifest.At(container, $"{probe}/httpGet/path")!.ToString());
        }

        using var unknown = await http.GetAsync(new Uri("/api/v1/countries", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode); // It is no development server that believes everybody.

        Assert.True(await frontEnd.StopAsync() == 0, frontEnd.Output);
        Assert.Empty(frontEnd.Written);
    }

    [OverlayTheory]
    [InlineData(Overlay)]
    public async Task FrontEnd_WithoutASecret_EndsAndNamesTheSetting(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        var environment = Environment(objects, "loapi-silo").Concat(Environment(objects, "loapi-frontend"))
            .DistinctBy(variable => variable.Key).Where(variable => variable.Key != "Clients__MasterKey");
        await using var frontEnd = ContainerProcess.Start("frontend", [], environment);
        Assert.Equal(1, await frontEnd.EndedAsync());
        Assert.Contains("Clients:MasterKey", frontEnd.Output, StringComparison.Ordinal);
    }

    private ContainerProcess StartMigration(Manifest[] objects)
    {
        var job = objects.Single(manifest => manifest.Kind == "Job");
        string[] arguments = [.. Manifest.Items(job.At("spec/template/spec/containers/0/args")).Select(argument => argument.ToString())];
        return ContainerProcess.Start("admin", arguments, Environment(objects, job.Name));
    }

    private IEnumerable<KeyValuePair<string, string>> Environment(Manifest[] objects, string name) =>
        ContainerEnvironment.Of(objects, objects.Single(manifest => manifest.Pod is not null && manifest.Name == name))
            .Select(variable => KeyValuePair.Create(variable.Key, variable.Value
                .Replace("{field:metadata.name}", $"{name}-0", StringComparison.Ordinal)
                .Replace("{field:status.podIP}", "127.0.0.1", StringComparison.Ordinal)
                .Replace("/var/lib/loapi", _volumes.Path, StringComparison.Ordinal)
                .Replace("http://*:8080", $"http://127.0.0.1:{_port.Number}", StringComparison.Ordinal)
                .Replace("{secret:loapi-database-owner/connection-string}", _database, StringComparison.Ordinal)
                .Replace("{secret:loapi-database/connection-string}", _database, StringComparison.Ordinal)
                .Replace("{secret:loapi-membership/connection-string}", _database, StringComparison.Ordinal)
                .Replace("{secret:loapi-audit/key}", Key(1), StringComparison.Ordinal)
                .Replace("{secret:loapi-clients/master-key}", Key(2), StringComparison.Ordinal)
                .Replace("{secret:loapi-cursors/key}", Key(3), StringComparison.Ordinal)));

    private static string Key(byte filling)
    {
        var key = new byte[32];
        Array.Fill(key, filling);
        return Convert.ToBase64String(key);
    }
}
