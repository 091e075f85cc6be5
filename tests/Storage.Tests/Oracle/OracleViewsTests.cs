using System.Text.RegularExpressions;
using LoApi.Fixtures;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Loans;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Oracle.Recorder;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>The worked example of docs/oracle.md: views over somebody else's tables in the place of LoApi's.</summary>
public sealed partial class OracleViewsTests(RecorderTestDatabase database) : IClassFixture<RecorderTestDatabase>
{
    [RecorderFact]
    public async Task Views_OverTablesOfAnotherShape_AreReadAsTheTablesWouldBe()
    {
        await using var host = await database.CreateEmptyAsync();
        using var paused = Recording.PauseForTest();
        await using (var connection = await host.Database.OpenAsync(CancellationToken.None))
        {
            foreach (var statement in Example("existing tables").Concat(Example("some rows")).Concat(Example("views")))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = statement;
                await command.ExecuteNonQueryAsync();
            }
        }

        await host.Migrator.MigrateAsync();
        Assert.Empty(await host.Migrator.MigrateAsync());

        var location = (await host.Locations.FindAsync("1042"))!;
        Assert.Equal(("Gilded Otter Bank", "Portland", LocationType.Branch, true), (location.PartnerName, location.Name, location.Type, location.Active));
        Assert.Equal(("3 Quill Street", "OR", "97205", "US"), (location.Address.Line1, location.Address.State, location.Address.PostalCode, location.Address.Country));
        Assert.Null(location.Phone);

        var user = (await host.Users.FindAsync("aamber"))!;
        Assert.Equal(("Ada", "Amberfield", true), (user.FirstName, user.LastName, user.Active));
        Assert.Equal(["servicer", "viewer"], Assert.Single(user.Locations, membership => membership.LocationId == "1042").Roles.ToArray());
        Assert.Null(await host.Users.FindAsync("gone"));
        var page = await host.Locations.ListAsync(new LocationQuery("aamber", new([], [new("name", Descending: false), ListRequests.Id], new(10, null), Count: true)));
        Assert.Equal(["1", "1042"], page.Items.Select(item => item.Id).Order());

        Assert.Equal(new Loan("1234567890", "1042", LoanProgram.Section7a), await host.Loans.FindAsync("1234567890"));
        Assert.Equal(WriteResult.Committed, await host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(Sample.Payoff("1234567890", "1042")))));
        Assert.Single((await host.Payoffs.ListAsync(new PayoffQuery("aamber", ListRequests.Payoffs(10, null)))).Items);
    }

    /// <summary>The statements of the SQL block that follows a paragraph with these words.</summary>
    private static IEnumerable<string> Example(string words)
    {
        var block = Block().Matches(File.ReadAllText(Repository.File("docs/oracle.md"))).Single(match => match.Groups["words"].Value == words);
        return block.Groups["sql"].Value.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [GeneratedRegex("<!-- example: (?<words>[a-z ]+) -->\\n+```sql\\n(?<sql>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Block();
}
