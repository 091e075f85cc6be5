using System.Text.Json;
using LoApi.Clients;
using LoApi.Storage.Clients;
using Microsoft.Data.Sqlite;

namespace LoApi.Admin.Tests.Clients;

public sealed class ClientsCommandTests : IAsyncLifetime
{
    private static readonly string Master = MasterKey.Generate();

    private readonly AdminDatabase _database = new();

    public async Task InitializeAsync() => await RunAsync("migrate");

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Add_Json_PrintsOneObjectWhoseKeyIsTheStoredOne()
    {
        var run = await RunAsync("clients", "add", "Load Test", "--scopes", "payoffs:write,reference:read", "--rate", "7", "--burst", "9", "--daily", "1000", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = JsonElement.Parse(run.Output);
        Assert.Equal(["client_id", "key_id", "key"], printed.EnumerateObject().Select(member => member.Name));
        var key = Convert.FromBase64String(printed.GetProperty("key").GetString()!);
        Assert.Equal(32, key.Length);
        Assert.Equal("load-test", printed.GetProperty("client_id").GetString());
        Assert.Equal(ClientKeyId.Of("load-test", key), printed.GetProperty("key_id").GetString());

        var client = (await FindAsync("load-test"))!;
        Assert.Equal(("Load Test", 7, 9, 1000L), (client.Name, client.RatePerSecond, client.Burst, client.DailyQuota));
        Assert.Equal(["payoffs:write", "reference:read"], client.Scopes.AsEnumerable());
        var stored = client.Keys.Single();
        Assert.Equal(key, Cipher(Master).Decrypt(stored.KeyId, stored.Ciphertext));
        Assert.DoesNotContain(Convert.ToBase64String(key)[..20], stored.Ciphertext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_LimitsNotGiven_AreTheDefaults()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var client = (await FindAsync("prepay"))!;
        Assert.Equal((100, 200, null), (client.RatePerSecond, client.Burst, client.DailyQuota));
    }

    [Theory]
    [InlineData("There is no scope payoffs:all. ", "x", "payoffs:all")]
    [InlineData("A client needs a scope.", "x", ",")]
    [InlineData("No client may be called system.", "System", "reference:read")]
    [InlineData("No id can be made of this name", "!!!", "reference:read")]
    [InlineData("No id can be made of this name", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx", "reference:read")]
    public async Task Add_NameOrScopeThatIsNone_FailsWithASentence(string sentence, string name, string scopes)
    {
        var run = await RunAsync("clients", "add", name, "--scopes", scopes);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Again_FailsAndKeepsTheFirst()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var before = await FindAsync("prepay");

        var run = await RunAsync("clients", "add", "prepay", "--scopes", "payoffs:read");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("There is a client prepay already.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before!.Keys.AsEnumerable(), (await FindAsync("prepay"))!.Keys);
    }

    [Fact]
    public async Task Add_NoMasterKey_FailsWithASentenceThatNamesTheSetting()
    {
        var run = await AdminRun.OfAsync(
            new Dictionary<string, string?>(_database.Settings) { ["Clients:DataFolder"] = _database.Path("nowhere") },
            "clients",
            "add",
            "prepay",
            "--scopes",
            "reference:read");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Clients:MasterKey is not set", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_database.Path("nowhere")));
    }

    [Theory]
    [InlineData("Development", 0)]
    [InlineData("Production", 1)]
    [InlineData(null, 1)]
    public async Task Add_KeyOfADevelopersMachineInTheFolder_IsUsedInDevelopmentOnly(string? environment, int exitCode)
    {
        _database.Write("data/clients.key", Master);
        var settings = new Dictionary<string, string?>(_database.Settings)
        {
            ["Clients:DataFolder"] = _database.Path("data"),
            ["ASPNETCORE_ENVIRONMENT"] = environment,
        };

        Assert.Equal(exitCode, (await AdminRun.OfAsync(settings, "clients", "add", "prepay", "--scopes", "reference:read")).ExitCode);
    }

    [Fact]
    public async Task Rotate_ThenRevoke_LeavesTheNewKey()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var first = (await FindAsync("prepay"))!.Keys.Single().KeyId;

        var rotated = JsonElement.Parse((await RunAsync("clients", "rotate", "prepay", "--json")).Output).GetProperty("key_id").GetString()!;
        Assert.Equal(new[] { first, rotated }.Order(StringComparer.Ordinal), (await FindAsync("prepay"))!.Keys.Select(key => key.KeyId));
        var third = await RunAsync("clients", "rotate", "prepay");
        Assert.Equal(1, third.ExitCode);
        Assert.StartsWith("The client prepay has two keys that hold", third.Error, StringComparison.Ordinal);

        Assert.Equal(new AdminRun(0, $"Revoked the key {first}.\n", ""), await RunAsync("clients", "revoke", "prepay", "--key-id", first));
        Assert.Equal(rotated, (await FindAsync("prepay"))!.Keys.Single().KeyId);
    }

    [Fact]
    public async Task Revoke_Everything_DisablesUntilEnabled()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        Assert.Equal(new AdminRun(0, "Revoked every key of prepay and disabled it.\n", ""), await RunAsync("clients", "revoke", "prepay"));
        Assert.Equal((ClientStatus.Disabled, 0), ((await FindAsync("prepay"))!.Status, (await FindAsync("prepay"))!.Keys.Length));

        Assert.Equal(
            new AdminRun(1, "", "The client prepay is disabled; if it shall call again: loapi-admin clients enable prepay.\n"),
            await RunAsync("clients", "rotate", "prepay"));
        Assert.Equal(0, (await RunAsync("clients", "enable", "prepay")).ExitCode);
        Assert.Equal(0, (await RunAsync("clients", "rotate", "prepay")).ExitCode);
        Assert.Equal((ClientStatus.Active, 1), ((await FindAsync("prepay"))!.Status, (await FindAsync("prepay"))!.Keys.Length));
    }

    [Fact]
    public async Task Limits_SomeGiven_KeepTheOthers()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read", "--daily", "50");

        Assert.Equal("prepay: 100 requests per second, 200 at once, 50 a day.\n", (await RunAsync("clients", "limits", "prepay")).Output);
        Assert.Equal("prepay: 100 requests per second, 900 at once, 50 a day.\n", (await RunAsync("clients", "limits", "prepay", "--burst", "900")).Output);
        Assert.Equal("prepay: 3 requests per second, 900 at once, any number a day.\n", (await RunAsync("clients", "limits", "prepay", "--rate", "3", "--no-daily")).Output);
        Assert.Equal(2, (await RunAsync("clients", "limits", "prepay", "--rate", "0")).ExitCode);
        Assert.Equal(1, (await RunAsync("clients", "limits", "nobody", "--rate", "1")).ExitCode);
    }

    [Fact]
    public async Task List_Clients_ShowsEverythingButKeys()
    {
        Assert.Equal("There are no clients. loapi-admin clients add adds one.\n", (await RunAsync("clients", "list")).Output);
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read,payoffs:read");
        var key = (await FindAsync("prepay"))!.Keys.Single();

        Assert.Equal(
            $"prepay  active  100 requests per second, 200 at once, any number a day\n  scopes  payoffs:read, reference:read\n  key     {key.KeyId}\n",
            (await RunAsync("clients", "list")).Output);
    }

    [Fact]
    public async Task List_ClientWhoseRowMakesNoSense_SaysWhatIsWrongUntilItIsSetRight()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var key = (await FindAsync("prepay"))!.Keys.Single();
        await ExecuteAsync("UPDATE API_CLIENT SET burst = 0");
        const string Fault = "counts as disabled: burst is no whole number from 1 to 1000000";

        Assert.Equal(
            $"prepay  {Fault}\n  scopes  reference:read\n  key     {key.KeyId}\n",
            (await RunAsync("clients", "list")).Output);
        Assert.Equal("prepay: counts as disabled, burst is no whole number from 1 to 1000000.\n", (await RunAsync("clients", "limits", "prepay")).Output);
        Assert.StartsWith($"The client prepay {Fault}. ", (await RunAsync("clients", "rotate", "prepay")).Error, StringComparison.Ordinal);
        var some = await RunAsync("clients", "limits", "prepay", "--rate", "5");
        Assert.Equal(1, some.ExitCode);
        Assert.StartsWith($"The client prepay {Fault}. Give all its limits", some.Error, StringComparison.Ordinal);

        Assert.Equal(
            "prepay: 5 requests per second, 6 at once, any number a day.\n",
            (await RunAsync("clients", "limits", "prepay", "--rate", "5", "--burst", "6", "--no-daily")).Output);
        Assert.StartsWith("prepay  active  5 requests", (await RunAsync("clients", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_ByCommands_AreInTheAuditLogUnderTheOperatorWithoutKeys()
    {
        var keys = new List<string>();
        async Task<string> NewKeyAsync(params string[] args)
        {
            var printed = JsonElement.Parse((await RunAsync([.. args, "--json"])).Output);
            keys.Add(printed.GetProperty("key").GetString()!);
            return printed.GetProperty("key_id").GetString()!;
        }

        var first = await NewKeyAsync("clients", "add", "prepay", "--scopes", "reference:read");
        await NewKeyAsync("clients", "rotate", "prepay");
        var ciphertexts = (await FindAsync("prepay"))!.Keys.Select(key => key.Ciphertext).ToList();
        await RunAsync("clients", "limits", "prepay"); // Shows them, and changes nothing.
        await RunAsync("clients", "limits", "prepay", "--rate", "5");
        await RunAsync("clients", "revoke", "prepay", "--key-id", first);
        await RunAsync("clients", "revoke", "prepay");
        await RunAsync("clients", "enable", "prepay");

        var rows = await QueryAsync("SELECT outcome_code || ' ' || client_id || ' ' || user_id || ' ' || request_path || ' ' || resource_type || ' ' || resource_id, coalesce(before_state, '') || after_state FROM AUDIT_OUTBOX ORDER BY order_no");

        Assert.Equal(
            ["created clients add", "updated clients rotate", "updated clients limits", "updated clients revoke", "updated clients revoke", "updated clients enable"],
            rows.Select(row => row.What.Replace($" loapi-admin {Environment.UserName}", "", StringComparison.Ordinal).Replace(" client prepay", "", StringComparison.Ordinal)));
        Assert.All(rows, row => Assert.All([.. keys, .. ciphertexts], key => Assert.DoesNotContain(key[^20..], row.States, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reencrypt_NewMasterKey_TakesTheOldOnesPlace()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var stored = (await FindAsync("prepay"))!.Keys.Single();
        var secret = Cipher(Master).Decrypt(stored.KeyId, stored.Ciphertext);
        var next = MasterKey.Generate();

        var without = await RunWithAsync(next, [], "clients", "re-encrypt");
        Assert.Equal(1, without.ExitCode);
        Assert.StartsWith($"The key {stored.KeyId} was encrypted with a master key that is neither", without.Error, StringComparison.Ordinal);
        Assert.Equal(new AdminRun(0, "Encrypted 1 key anew.\n", ""), await RunWithAsync(next, [Master], "clients", "re-encrypt"));
        Assert.Equal(new AdminRun(0, "Encrypted 0 keys anew.\n", ""), await RunWithAsync(next, [Master], "clients", "re-encrypt"));

        Assert.Equal(secret, Cipher(next).Decrypt(stored.KeyId, (await FindAsync("prepay"))!.Keys.Single().Ciphertext));
    }

    [Fact]
    public async Task Reencrypt_KeyWhoseDatesMakeNoSense_IsNotLeftToTheOldMasterKey()
    {
        await RunAsync("clients", "add", "prepay", "--scopes", "reference:read");
        var stored = (await FindAsync("prepay"))!.Keys.Single();
        var secret = Cipher(Master).Decrypt(stored.KeyId, stored.Ciphertext);
        await ExecuteAsync("UPDATE CLIENT_KEY SET not_before = 'soon'");
        var next = MasterKey.Generate();

        Assert.Equal(new AdminRun(0, "Encrypted 1 key anew.\n", ""), await RunWithAsync(next, [Master], "clients", "re-encrypt"));

        await ExecuteAsync("UPDATE CLIENT_KEY SET not_before = NULL");
        Assert.Equal(secret, Cipher(next).Decrypt(stored.KeyId, (await FindAsync("prepay"))!.Keys.Single().Ciphertext));
    }

    private async Task<List<(string What, string States)>> QueryAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static ClientKeyCipher Cipher(string master) => new(new MasterKeyOptions { MasterKey = master }.Read());

    private Task<Client?> FindAsync(string id) => _database.Get<ClientRepository>().FindAsync(id);

    private Task<AdminRun> RunAsync(params string[] args) => RunWithAsync(Master, [], args);

    private Task<AdminRun> RunWithAsync(string master, string[] retired, params string[] args)
    {
        var settings = new Dictionary<string, string?>(_database.Settings) { ["Clients:MasterKey"] = master };
        for (var i = 0; i < retired.Length; i++)
        {
            settings[$"Clients:RetiredMasterKeys:{i}"] = retired[i];
        }

        return AdminRun.OfAsync(settings, args);
    }
}
