using System.Collections.Immutable;
using LoApi.Audit;
using LoApi.Lists;
using LoApi.Statistics;
using LoApi.Storage.Importing;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Tests.Oracle.Recorder;
using LoApi.Users;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task CountPayoffs_ByStatusProgramAndMonths_AreThoseOfTheFilter()
    {
        var (_, payoffs) = await ImportVariedPayoffsAsync();
        var here = new Filter("location_id", FilterOperator.Equal, [payoffs[0].LocationId!]);

        Assert.Equal(
            new Dictionary<string, long> { ["received|7a|2027-01|2027-01"] = 7, ["scheduled|7a|2027-01|2027-01"] = 4, ["expired|7a|2027-01|2027-01"] = 3 },
            await CountAsync(StatsSubject.Payoffs, ["status", "program", "month", "payoff_month"], here));
        Assert.Equal(new() { [""] = 14 }, await CountAsync(StatsSubject.Payoffs, [], here));
        Assert.Equal(new() { ["7"] = 7, ["10"] = 7 }, await CountAsync(StatsSubject.Payoffs, ["user"], here));
        Assert.Equal(
            new() { [$"{payoffs[0].LocationId}|refinance"] = payoffs.Count(payoff => payoff.PayoffDate >= new DateOnly(2027, 1, 4)) },
            await CountAsync(StatsSubject.Payoffs, ["location", "reason"], here, new Filter("payoff_date", FilterOperator.GreaterOrEqual, ["2027-01-04"])));
    }

    [DialectFact]
    public async Task CountAnything_GroupedByEveryNameAndFilteredByEveryMember_Answers()
    {
        (StatsSubject Subject, string[] Groupings, (string Member, string Value)[] Filters)[] all =
        [
            (
                StatsSubject.Payoffs,
                ["status", "location", "program", "month", "payoff_month", "reason", "user"],
                [("created_at", "2027-01-31T15:04:05.123456Z"), ("payoff_date", "2027-01-01"), ("status", "received"), ("location_id", "1"), ("requested_by", "1"), ("sba_loan_number", "1")]),
            (
                StatsSubject.Users,
                ["active", "location", "role"],
                [("id", "1"), ("user_name", "a"), ("last_name", "a"), ("active", "true"), ("location_id", "1")]),
            (
                StatsSubject.Locations,
                ["type", "active", "partner", "state", "country"],
                [("id", "1"), ("partner_name", "a"), ("name", "a"), ("type", "branch"), ("active", "false")]),
            (
                StatsSubject.Requests,
                ["client", "user", "location", "method", "resource_type", "kind", "outcome", "code", "month", "day"],
                [("occurred_at", "2027-01-31T15:04:05.123456Z"), ("resource_type", "payoff"), ("resource_id", "1"), ("client_id", "a"), ("user_id", "1"), ("request_id", "1"), ("kind", "change")]),
        ];
        foreach (var (subject, groupings, filters) in all)
        {
            foreach (var names in groupings.Chunk(StatsRequest.MaxGroupings))
            {
                await CountAsync(subject, names);
            }

            foreach (var (member, value) in filters)
            {
                await CountAsync(subject, [groupings[0]], new Filter(member, FilterOperator.Equal, [value]));
            }
        }
    }

    [DialectFact]
    public async Task CountUsers_ByLocationAndRole_CountEachUserOnceAGroup()
    {
        var (a, b) = (Sample.Location(), Sample.Location());
        User[] users = [Sample.User(null, a.Id, b.Id), Sample.User(null, a.Id), Sample.User(null, a.Id) with { Active = false }];
        await Host.Importer.ImportAsync(new ImportSet { Locations = [a, b], Users = users });
        var these = new Filter("id", FilterOperator.In, [.. users.Select(user => user.Id).Order(StringComparer.Ordinal)]);

        Assert.Equal(new() { [""] = 3 }, await CountAsync(StatsSubject.Users, [], these));
        Assert.Equal(new() { ["true"] = 2, ["false"] = 1 }, await CountAsync(StatsSubject.Users, ["active"], these));
        Assert.Equal(new() { [a.Id] = 3, [b.Id] = 1 }, await CountAsync(StatsSubject.Users, ["location"], these));
        Assert.Equal(new() { ["servicer"] = 3, ["viewer"] = 3 }, await CountAsync(StatsSubject.Users, ["role"], these));
        Assert.Equal(new() { [""] = 1 }, await CountAsync(StatsSubject.Users, [], new Filter("location_id", FilterOperator.Equal, [b.Id])));
    }

    [DialectFact]
    public async Task CountUsers_WithoutALocation_AreAGroupWithoutAName()
    {
        var user = Sample.User() with { Locations = [] };
        await Host.Importer.ImportAsync(new ImportSet { Users = [user] });

        var table = await Host.Statistics.CountAsync(new(
            StatsSubject.Users, ["location", "active"], [new("id", FilterOperator.Equal, [user.Id])], 10));

        Assert.Equal([null, "true"], Assert.Single(table!.Groups).Values.AsEnumerable());
    }

    [DialectFact]
    public async Task CountLocations_ByTypeAndState_AreThoseOfTheFilter()
    {
        var location = Sample.Location() with { Active = false };
        await Host.Importer.ImportAsync(new ImportSet { Locations = [location, Sample.Location()] });

        Assert.Equal(
            new() { ["branch|false|OR|US"] = 1 },
            await CountAsync(StatsSubject.Locations, ["type", "active", "state", "country"], new Filter("id", FilterOperator.Equal, [location.Id])));
    }

    [DialectFact]
    public async Task CountRequests_ByClientKindAndDay_AreThoseThatAreChained()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        await log.WriteAsync(versions: 3);
        var before = await log.Host.Statistics.CountAsync(new(StatsSubject.Requests, [], [], 10));
        await log.DrainAsync();
        var record = (await log.Host.Audit.ListAsync(new([], [new("occurred_at", true), ListRequests.Id], new(1, null), Count: false))).Items.Single();

        var table = await log.Host.Statistics.CountAsync(new(
            StatsSubject.Requests, ["client", "kind", "method", "day"], [new("request_id", FilterOperator.Equal, ["request-1"])], 10));

        Assert.Equal(0, Assert.Single(before!.Groups).Count);
        var group = Assert.Single(table!.Groups);
        Assert.Equal(["prepay", "change", "POST", record.OccurredAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], group.Values.AsEnumerable());
        Assert.Equal((3, AuditKind.Change), (group.Count, record.Kind));
    }

    [DialectFact]
    public async Task CountPayoffs_MoreGroupsThanAskedFor_AreTheLargestAndSaySo()
    {
        var (_, payoffs) = await ImportVariedPayoffsAsync();
        ImmutableArray<Filter> here = [new("location_id", FilterOperator.Equal, [payoffs[0].LocationId!])];

        var two = await Host.Statistics.CountAsync(new(StatsSubject.Payoffs, ["status"], here, 2));
        var three = await Host.Statistics.CountAsync(new(StatsSubject.Payoffs, ["status"], here, 3));

        Assert.Equal(["received", "scheduled"], two!.Groups.Select(group => group.Values[0]));
        Assert.Equal((true, false), (two.Truncated, three!.Truncated));
    }

    [DialectFact]
    public async Task CountAnything_ByANameThatItDoesNotHave_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Host.Statistics.CountAsync(new(StatsSubject.Payoffs, ["contact_name"], [], 10)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Host.Statistics.CountAsync(new(StatsSubject.Payoffs, ["status"], [], 1_001)));
    }

    [DialectFact]
    public async Task CountPayoffs_ThatTakesTooLong_EndsAndSaysSo()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        using (Recording.PauseForTest())
        {
            await using var connection = await host.Database.OpenAsync(CancellationToken.None);
            foreach (var sql in new[] { "DROP VIEW STAT_PAYOFF", $"CREATE VIEW STAT_PAYOFF AS {Endless}" })
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync();
            }
        }

        await using var hasty = TestDatabase.Open(host.ConnectionString, null, ("StatsTimeoutSeconds", "1"));
        Assert.Null(await hasty.Statistics.CountAsync(new(StatsSubject.Payoffs, ["status"], [], 10)));
        Assert.Equal(0, Assert.Single((await hasty.Statistics.CountAsync(new(StatsSubject.Locations, [], [], 10)))!.Groups).Count);
    }

    // More than sixteen migrations to the power of eight.
    private static string Endless { get; } =
        "SELECT 'received' AS status FROM SCHEMA_MIGRATION m0" + string.Concat(Enumerable.Range(1, 7).Select(i => $" CROSS JOIN SCHEMA_MIGRATION m{i}"));

    private async Task<Dictionary<string, long>> CountAsync(StatsSubject subject, string[] groupBy, params Filter[] filters)
    {
        var table = await Host.Statistics.CountAsync(new(subject, [.. groupBy], [.. filters], StatsRequest.MaxLimit));
        return table!.Groups.ToDictionary(group => string.Join('|', group.Values), group => group.Count, StringComparer.Ordinal);
    }
}
