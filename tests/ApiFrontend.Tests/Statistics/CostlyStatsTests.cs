using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using Microsoft.Data.Sqlite;

namespace LoApi.ApiFrontend.Tests.Statistics;

public sealed class CostlyStatsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CountPayoffs_MoreThanTheDatabaseGetsThroughInTime_AreTooCostlyAlsoForWhomWaitedForATurn()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Storage:StatsTimeoutSeconds", "1"));
        await MakeEndlessAsync();
        using var client = host.CreateClient();

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(limit => client.GetAnswerAsync($"/api/v1/stats/payoffs?group-by=status&limit={limit}")));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "too_costly"), (answer.Status, answer.Code)));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/stats/locations")).Status);
    }

    private async Task MakeEndlessAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.File("loapi.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            DROP VIEW STAT_PAYOFF;
            CREATE VIEW STAT_PAYOFF AS
            SELECT 'received' AS status FROM SCHEMA_MIGRATION m0 {string.Concat(Enumerable.Range(1, 9).Select(i => $" CROSS JOIN SCHEMA_MIGRATION m{i}"))}
            """;
        await command.ExecuteNonQueryAsync();
    }
}
