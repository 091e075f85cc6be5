using System.Net;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;
using LoApi.Locations;
using LoApi.Storage.Clients;
using LoApi.Storage.Importing;
using LoApi.Users;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>A service over a small world, as <see cref="AccessTable"/> describes it; a client for each scope, one for all, one for none.</summary>
public sealed class AccessWorld : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal) { ["{none}"] = "00000000-0000-4000-8000-000000000000" };

    private readonly Dictionary<string, string> _loans = new(StringComparer.Ordinal);

    public SqliteApiHost Host { get; } = new();

    internal IReadOnlyDictionary<string, TestClient> Clients { get; private set; } = new Dictionary<string, TestClient>();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        await Host.Services.GetRequiredService<Importer>().ImportAsync(new ImportSet
        {
            Franchises = [new() { Code = "S9001", Brand = "Gilded Otter", CertificationReceived = true, AddendumNeeded = false, Form2462 = false, NegotiatedAddendum = false }],
            Locations = [Location("9001"), Location("9002")],
            Users = [User("ua", true, "9001"), User("ub", true, "9002"), User("uab", true, "9001", "9002"), User("uoff", false, "9001")],
        });
        Clients = await AddClientsAsync();
        await SetUpAsync("{pa}");
        await SetUpAsync("{pb}");
        await SetUpAsync("{r}");
        using var reader = Host.CreateBearer(Clients["audit:read"].Sign(clock: Host.Clock));
        _ids["{audit}"] = (await reader.RecordsAsync($"resource_id={IdOf("{r}")}", 1))[0]["id"]!.GetValue<string>();
    }

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();

    /// <summary>The path with the ids that this world gave to what stands in braces.</summary>
    public string Path(string template) => "/api/v1" + _ids.Aggregate(template, (path, id) => path.Replace(id.Key, id.Value, StringComparison.Ordinal));

    /// <summary>Another payoff or resource in the place of the one of this name, whatever became of that.</summary>
    public async Task SetUpAsync(string name) => _ids[name] = name switch
    {
        "{pa}" => await CreateAsync("ua", "9001", "/api/v1/payoffs", Drafts.Payoff(_loans[name] = Loans.Next(), ("location_id", "9001"))),
        "{pb}" => await CreateAsync("ub", "9002", "/api/v1/payoffs", Drafts.Payoff(_loans[name] = Loans.Next(), ("location_id", "9002"))),
        _ => await CreateAsync(null, null, "/api/v1/resource", """{"name":"r","document":{}}"""),
    };

    /// <summary>One more payoff.</summary>
    public async Task AddPayoffAsync(string name, string user, string location) =>
        _ids[name] = await CreateAsync(user, location, "/api/v1/payoffs", Drafts.Payoff(null, ("location_id", location)));

    /// <summary>One more resource, of a client.</summary>
    public async Task AddResourceAsync(string name, string client) =>
        _ids[name] = await CreateAsync(null, null, "/api/v1/resource", """{"name":"r","document":{}}""", client);

    /// <summary>The id of what is named in braces; any other name is the id.</summary>
    public string IdOf(string name) => _ids.GetValueOrDefault(name, name);

    /// <summary>The loan of the payoff of this name; of one that is not there, any.</summary>
    public string LoanOf(string name) => _loans.TryGetValue(name, out var loan) ? loan : "1234567801";

    /// <summary>All payoffs and resources as they stand in the database: by name, else by id, their version and what they are.</summary>
    public async Task<IReadOnlyDictionary<string, (long Version, string What)>> LookAsync()
    {
        var names = _ids.ToDictionary(id => id.Value, id => id.Key, StringComparer.Ordinal);
        await using var connection = new SqliteConnection(Host.Services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT id, version, 'payoff ' || status || ' at ' || location_id || ' by ' || requested_by FROM PAYOFF
            UNION ALL
            SELECT id, version, 'resource of ' || client_id FROM LO_RESOURCE
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var world = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            var id = reader.GetString(0);
            world.Add(names.GetValueOrDefault(id, id), (reader.GetInt64(1), reader.GetString(2)));
        }

        return world;
    }

    private static Location Location(string id) => new()
    {
        Id = id,
        PartnerName = "Gilded Otter Bank",
        Name = "Branch " + id,
        Type = LocationType.Branch,
        Address = new() { Line1 = "3 Quill Street", City = "Portland", State = "OR", PostalCode = "97201", Country = "US" },
        Active = true,
    };

    private static User User(string id, bool active, params string[] locations) => new()
    {
        Id = id,
        UserName = id,
        FirstName = "Ada",
        LastName = "Amberfield",
        Active = active,
        Locations = [.. locations.Select(location => new UserLocation { LocationId = location, Roles = [] })],
    };

    private async Task<IReadOnlyDictionary<string, TestClient>> AddClientsAsync()
    {
        var clients = new Dictionary<string, TestClient>(StringComparer.Ordinal)
        {
            ["all"] = TestClient.Make("all", ApiHost.Cipher, [.. ClientScope.All]),
            ["none"] = TestClient.Make("none", ApiHost.Cipher),
        };
        foreach (var scope in ClientScope.All)
        {
            clients[scope] = TestClient.Make(scope.Replace(':', '-'), ApiHost.Cipher, scope);
        }

        foreach (var client in clients.Values)
        {
            Assert.True(await Host.Services.GetRequiredService<ClientRegistry>().AddAsync(client.Client));
        }

        return clients;
    }

    private async Task<string> CreateAsync(string? user, string? location, string path, string body, string by = "all")
    {
        using var client = Host.CreateBearer(Clients[by].Sign(user, location, Host.Clock));
        var created = await client.PostAnswerAsync(path, body, ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        return created.Json.GetProperty("id").GetString()!;
    }
}
