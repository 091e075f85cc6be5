using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Users;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Failures;

/// <summary>A view over somebody else's table may hand out what is not of a column's type; what it holds must not be logged.</summary>
public abstract class UnreadableColumnTests(TestDatabase database)
{
    private const string Personal = "ada@example.com";
    private const string Expected = "Column active of a UserRow cannot be read: FormatException.";

    [Fact]
    public async Task Find_OfATextWhereANumberBelongs_TellsTheColumnAndNotItsValue()
    {
        await using var host = await WithViewAsync("phone", "email");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => host.Users.FindAsync("aamber"));

        Assert.Equal(Expected, exception.Message);
        Assert.DoesNotContain(Personal, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfOneRowOrInATransaction_TellsTheColumnAndNotItsValue()
    {
        await using var host = await WithViewAsync("phone", "email");
        const string sql = "SELECT user_id, user_name, first_name, last_name, email, phone, active FROM LO_USER";

        var one = await Assert.ThrowsAsync<InvalidDataException>(() => host.Database.QueryOneAsync<UserRow>(sql, new Bindings(), CancellationToken.None));
        await using var transaction = await ChangeTransaction.BeginAsync(host.Database);
        var inside = await Assert.ThrowsAsync<InvalidDataException>(() => transaction.QueryAsync<UserRow>(sql, new Bindings()));

        Assert.Equal((Expected, Expected), (one.Message, inside.Message));
        Assert.DoesNotContain(Personal, $"{one}{inside}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfASingleColumn_TellsItAndNotItsValue()
    {
        await using var host = await WithViewAsync("phone", "email");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() =>
            host.Database.QueryAsync<int>("SELECT active FROM LO_USER", new Bindings(), CancellationToken.None));

        Assert.DoesNotContain(Personal, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_OfAPhoneThatIsANumber_ReadsItsDigits()
    {
        await using var host = await WithViewAsync("CAST(2025550100 AS DECIMAL(10))", "active");

        Assert.Equal("2025550100", (await host.Users.FindAsync("aamber"))!.Phone);
    }

    private async Task<StorageHost> WithViewAsync(string phone, string active)
    {
        var host = await database.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        await host.Importer.ImportAsync(new() { Users = [Sample.User("aamber")] });
        await using var connection = await host.Database.OpenAsync(CancellationToken.None);
        foreach (var statement in (string[])["ALTER TABLE LO_USER RENAME TO SOMEBODY_ELSES_USER", View(phone, active)])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }

        return host;
    }

    private static string View(string phone, string active) =>
        $"""
        CREATE VIEW LO_USER AS
        SELECT user_id, user_name, first_name, last_name, email, {phone} AS phone, {active} AS active
        FROM SOMEBODY_ELSES_USER
        """;
}
