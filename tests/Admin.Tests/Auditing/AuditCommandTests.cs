using LoApi.Audit;
using LoApi.Callers;
using LoApi.Storage.Audit;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace LoApi.Admin.Tests.Auditing;

public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly AdminDatabase _database = new();

    public async Task InitializeAsync() => Assert.Equal(0, (await _database.RunAsync("migrate")).ExitCode);

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Verify_OfAnEmptyLog_IsSound() =>
        Assert.Equal(
            new AdminRun(
                0, "audit: 0 records, held against no file of heads: nothing was changed, removed, inserted or reordered.\n", "Walking the chains\n"),
            await _database.RunAsync("audit", "verify"));

    [Fact]
    public async Task Verify_OfASoundLog_SaysHowMuchItSaw()
    {
        await ChainAsync(versions: 3);
        var run = await _database.RunAsync("audit", "verify", "--heads", _database.HeadsFile, "--from", "2026-01-01", "--to", "2999-12-31T00:00:00Z");
        Assert.Equal(
            $"audit: 3 records, held against 1 lines of {_database.HeadsFile}: nothing was changed, removed, inserted or reordered.\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Verify_OfAChangedRecord_NamesItAndFails()
    {
        var partition = await ChainAsync(versions: 3);
        await ExecuteAsync("UPDATE AUDIT_RECORD SET user_id = 'x' WHERE chain_position = 2");

        var run = await _database.RunAsync("audit", "verify");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(
            $"\npartition {partition}, position 2, record [0-9a-f-]{{36}}: changed. It does not say what it said when it was chained.\n$", run.Error);
        Assert.EndsWith("1 of the chains are not what they were; each is named by the first record at fault.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfACutOffTail_IsFoundByTheFileOfHeads()
    {
        await ChainAsync(versions: 3);
        await ExecuteAsync(
            "DELETE FROM AUDIT_RECORD WHERE chain_position = 3",
            "UPDATE AUDIT_HEAD SET chain_position = 2, last_hash = (SELECT record_hash FROM AUDIT_RECORD WHERE chain_position = 2) WHERE chain_position = 3");

        var run = await _database.RunAsync("audit", "verify", "--heads", _database.HeadsFile);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("position 3: removed. The file of heads knows of 3 records: the tail was cut off.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithoutTheKey_NamesTheSetting()
    {
        var settings = _database.Settings.Where(setting => setting.Key != "Audit:Key").ToDictionary(StringComparer.Ordinal);
        var run = await AdminRun.OfAsync(settings, "audit", "verify");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Audit:Key is not set", run.Error, StringComparison.Ordinal);

        var file = _database.Write("key", _database.Settings["Audit:Key"]!);
        Assert.Equal(0, (await AdminRun.OfAsync(settings, "audit", "verify", "--key-file", file)).ExitCode);
    }

    [Theory]
    [InlineData("audit", "verify", "--from", "yesterday")]
    [InlineData("audit", "verify", "--heads", "nowhere.jsonl")]
    [InlineData("audit", "erase", "location", "1")]
    [InlineData("audit", "erase", "payoff", "1", "--member", "/status")]
    [InlineData("audit", "erase", "payoff")]
    public async Task Audit_WrongArguments_AreRefused(params string[] args) => Assert.Equal(2, (await _database.RunAsync(args)).ExitCode);

    [Fact]
    public async Task Erase_OfAResource_TakesItsPersonalDataAndIsRecorded()
    {
        await ChainAsync(versions: 2);

        var run = await _database.RunAsync("audit", "erase", "payoff", Resource);

        Assert.Equal(
            new AdminRun(
                0,
                $"audit: /contact, /escrow/contact, /escrow/phone, /property_address, /new_mailing_address of payoff {Resource} erased from 2 records and 2 recorded answers.\n",
                ""),
            run);
        Assert.Equal(0, (await _database.RunAsync("audit", "verify", "--heads", _database.HeadsFile)).ExitCode);
        var records = await RecordsAsync();
        Assert.All(records, record => Assert.DoesNotContain("Ada", $"{record.Before}{record.After}", StringComparison.Ordinal));
        var erased = records.Single(record => record.Code == "erased");
        Assert.Equal(
            (AuditKind.Change, "loapi-admin", Environment.UserName, "audit erase", Resource),
            (erased.Kind, erased.ClientId, erased.UserId, erased.Path, erased.ResourceId));
    }

    [Fact]
    public async Task Erase_OfOneMember_LeavesTheOthers()
    {
        await ChainAsync(versions: 1);
        Assert.Equal(0, (await _database.RunAsync("audit", "erase", "payoff", Resource, "--member", "/escrow/contact")).ExitCode);
        var record = (await RecordsAsync()).Single(record => record.Code == "created");
        Assert.Contains("Ada", record.After, StringComparison.Ordinal);
        Assert.DoesNotContain("Gus", record.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFile_IsRecorded()
    {
        var file = _database.Write("countries.csv", "alpha2,alpha3,numeric,name,official_name,region", "NA,NAM,516,Namibia,Republic of Namibia,Africa");
        Assert.Equal(0, (await _database.RunAsync("import", "countries", file)).ExitCode);
        await DrainAsync();

        var record = Assert.Single(await RecordsAsync());

        Assert.Equal(
            ("imported", "loapi-admin", "import countries", "import", "countries"),
            (record.Code, record.ClientId, record.Path, record.ResourceType, record.ResourceId));
        Assert.Equal("""{"source":"countries.csv","retire_others":true,"rows":{"countries":1}}""", record.After);
        Assert.Equal(64, record.PayloadDigest!.Length);
    }

    private const string Resource = "7a6f4e6c-8a35-4d3c-8a0e-1f6f3f1f6b7a";

    /// <summary>Chained versions of one resource; answers their partition.</summary>
    private async Task<int> ChainAsync(int versions)
    {
        var writer = _database.Get<IChangeWriter>();
        for (var version = 1; version <= versions; version++)
        {
            const string State = """{"contact":{"name":"Ada"},"escrow":{"company":"T","contact":"Gus"}}""";
            var now = new DateTimeOffset(2027, 1, 31, 0, 0, version, TimeSpan.Zero);
            var entry = new AuditEntry(AuditKind.Change, AuditCode.Created, now, Caller.System)
            {
                ResourceType = "payoff",
                ResourceId = Resource,
                VersionAfter = version,
                After = State,
            };
            var answer = new IdempotencyRecord("a", $"{version}", new string('0', 64), "payoff", Resource, 201, "\"1\"", State, now);
            Assert.Equal(WriteResult.Committed, await writer.WriteAsync(new(entry, new IdempotencyInsert(answer))));
        }

        await DrainAsync();
        return AuditPartition.Of(Resource);
    }

    private async Task DrainAsync()
    {
        for (var partition = 0; partition < AuditPartition.Count; partition++)
        {
            if ((await _database.Get<AuditChain>().AppendAsync(partition)).Head is { } head)
            {
                _database.Get<AuditHeadsFile>().Keep(head);
            }
        }

        _database.Get<AuditHeadsFile>().Write();
    }

    private async Task<IReadOnlyList<AuditRecord>> RecordsAsync() =>
        (await _database.Get<AuditRepository>().ListAsync(new([], [new("occurred_at", false), new("id", false)], new(100, null), Count: false))).Items;

    private async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
    }
}
