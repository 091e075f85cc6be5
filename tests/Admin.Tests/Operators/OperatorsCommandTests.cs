using System.Text.Json;
using LoApi.Operators;
using LoApi.Storage.Audit;
using LoApi.Storage.Operators;

namespace LoApi.Admin.Tests.Operators;

public sealed class OperatorsCommandTests : IAsyncLifetime
{
    private readonly AdminDatabase _database = new();

    public async Task InitializeAsync() => await _database.RunAsync("migrate");

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Add_Json_PrintsTheKeyAndStoresItsHash()
    {
        var run = await _database.RunAsync("operators", "add", " ada.amberfield ", "--days", "30", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = JsonElement.Parse(run.Output);
        Assert.Equal(["name", "key_id", "key"], printed.EnumerateObject().Select(member => member.Name));
        Assert.True(OperatorSecret.TryParse(printed.GetProperty("key").GetString(), out var secret));
        var stored = (await Operators.FindAsync(secret.KeyId))!;
        Assert.Equal(("ada.amberfield", secret.Hash, null), (stored.Name, stored.Hash, stored.RevokedAt));
        Assert.Equal(30, (stored.ExpiresAt!.Value - stored.CreatedAt).TotalDays, 0.01);
        Assert.True(secret.Opens(stored));
        Assert.True(stored.HoldsAt(stored.CreatedAt) && !stored.HoldsAt(stored.ExpiresAt.Value));
    }

    [Fact]
    public async Task Revoke_AName_EndsAllItsKeysAndIsRecorded()
    {
        var first = KeyId(await _database.RunAsync("operators", "add", "ada", "--json"));
        var second = KeyId(await _database.RunAsync("operators", "add", "ada", "--json"));
        var other = KeyId(await _database.RunAsync("operators", "add", "gus", "--json"));

        var run = await _database.RunAsync("operators", "revoke", "ada");

        Assert.Equal(0, run.ExitCode);
        var keys = (await Operators.ListAsync()).ToDictionary(key => key.KeyId);
        Assert.All([first, second], id => Assert.False(keys[id].HoldsAt(keys[id].RevokedAt!.Value)));
        Assert.True(keys[other].HoldsAt(keys[other].CreatedAt));
        Assert.Equal(5, (await _database.Get<AuditRepository>().BacklogAsync()).Count);
        Assert.Matches("^ada  [0-9a-f]{12}  revoked ", (await _database.RunAsync("operators", "list")).Output);
    }

    [Fact]
    public async Task Revoke_OneKey_LeavesTheOthers()
    {
        var first = KeyId(await _database.RunAsync("operators", "add", "ada", "--json"));
        var second = KeyId(await _database.RunAsync("operators", "add", "ada", "--json"));

        Assert.Equal(0, (await _database.RunAsync("operators", "revoke", "ada", "--key-id", first)).ExitCode);

        Assert.NotNull((await Operators.FindAsync(first))!.RevokedAt);
        Assert.Null((await Operators.FindAsync(second))!.RevokedAt);
        Assert.Equal(1, (await _database.RunAsync("operators", "revoke", "ada", "--key-id", first)).ExitCode);
    }

    [Theory]
    [InlineData("A name has one to 60 characters.", "add", " ")]
    [InlineData("--days lies between 1 and 3650.", "add", "ada", "--days", "0")]
    [InlineData("nobody has no key that could be revoked.", "revoke", "nobody")]
    public async Task AnyCommand_WhatCannotBe_FailsWithASentence(string sentence, params string[] args)
    {
        var run = await _database.RunAsync(["operators", .. args]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Nobody_SaysHowToAddSomebody() =>
        Assert.StartsWith("There are no operators.", (await _database.RunAsync("operators", "list")).Output, StringComparison.Ordinal);

    private OperatorRepository Operators => _database.Get<OperatorRepository>();

    private static string KeyId(AdminRun run) => JsonElement.Parse(run.Output).GetProperty("key_id").GetString()!;
}
