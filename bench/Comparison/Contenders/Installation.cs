using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Contenders;

/// <summary>Where the programs are, and the keys of the run.</summary>
internal sealed class Installation(string directory)
{
    private readonly string _bin = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../.."));
    private readonly string _repository = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    private static readonly (string, string) Admin = ("Admin", "loapi-admin");

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal)
    {
        ["Clients__MasterKey"] = NewKey(),
        ["Audit__Key"] = NewKey(),
        ["Cursors__Key"] = NewKey(),
    };

    /// <summary>The run's own directory.</summary>
    public string Directory => directory;

    public string Repository => _repository;

    public string Script => Path.Combine(_repository, "bench", "replay.lua");

    public string FastApi => Path.Combine(_repository, "bench", "Peers", "fastapi");

    /// <summary>A program of this repository, in LoApi's environment.</summary>
    public ProcessStartInfo Program((string Project, string Assembly) program, IDatabases databases, string database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(program, "dll"), .. arguments])
        {
            WorkingDirectory = directory,
        };
        foreach (var (name, value) in _keys)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__DemonstrationData"] = "true";
        start.Environment["Audit__HeadsFile"] = Path.Combine(directory, database + "-heads.jsonl");
        return WithDatabase(start, databases, database);
    }

    public static ProcessStartInfo WithDatabase(ProcessStartInfo start, IDatabases databases, string database)
    {
        start.Environment["Storage__Provider"] = databases.Kind.ToString();
        start.Environment["Storage__ConnectionString"] = databases.ConnectionString(database);
        return start;
    }

    /// <summary>Tells a peer which clients there are: LoApi finds them in the database, where their keys are encrypted.</summary>
    public static ProcessStartInfo WithClients(ProcessStartInfo start, params ClientKey[] clients)
    {
        for (var i = 0; i < clients.Length; i++)
        {
            start.Environment[$"Clients__{i}__Id"] = clients[i].Id;
            start.Environment[$"Clients__{i}__KeyId"] = clients[i].KeyId;
            start.Environment[$"Clients__{i}__Key"] = clients[i].Key;
            start.Environment[$"Clients__{i}__Rate"] = $"{clients[i].Rate}";
            start.Environment[$"Clients__{i}__Burst"] = $"{clients[i].Burst}";
        }

        return start;
    }

    public Task MigrateAsync(IDatabases databases, string database, CancellationToken cancellation) =>
        RunningProcess.CompleteAsync(Program(Admin, databases, database, "migrate"), cancellation);

    public async Task<ClientKey> AddClientAsync(IDatabases databases, string database, string name, int rate, int burst, CancellationToken cancellation)
    {
        var added = await RunningProcess.CompleteAsync(
            Program(
                Admin, databases, database,
                "clients", "add", name, "--scopes", "reference:read,users:read,payoffs:read,payoffs:write", "--rate", $"{rate}", "--burst", $"{burst}", "--json"),
            cancellation);
        var client = JsonDocument.Parse(added).RootElement;
        return new(
            client.GetProperty("client_id").GetString()!, client.GetProperty("key_id").GetString()!, client.GetProperty("key").GetString()!, rate, burst);
    }

    /// <summary>What a program's runtime was told when it was built.</summary>
    public string RuntimeConfiguration((string Project, string Assembly) program) => File.ReadAllText(PathOf(program, "runtimeconfig.json"));

    /// <summary>The assembly that .NET runs in a process before anything else, by <c>DOTNET_STARTUP_HOOKS</c>: see bench/HeapProbe.</summary>
    public string HeapProbe => PathOf(("HeapProbe", "LoApi.HeapProbe"), "dll");

    private string PathOf((string Project, string Assembly) program, string extension) =>
        Path.Combine(_bin, program.Project, "release", $"{program.Assembly}.{extension}");

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
