using LoApi.Lists;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Resources;
using LoApi.Storage.Importing;
using LoApi.Storage.Subjects;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;
using LoApi.Users;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Each list by each of its members: no statement is sent first where somebody's answer depends on it.</summary>
public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task ListPayoffs_ByEachMember_FindsTheOneThatHasIt()
    {
        var user = await ImportUserAsync();
        var payoff = Sample.Payoff(locationId: user.Locations[0].LocationId) with { RequestedBy = user.Id };
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new PayoffInsert(payoff))));

        await AssertEachAsync(
            list => Host.Payoffs.ListAsync(new PayoffQuery(user.Id, list)),
            found => found.Id == payoff.Id,
            ["id", "created_at", "payoff_date", "status", "location_id", "requested_by", "sba_loan_number"],
            ("id", payoff.Id!.Value.ToString()),
            ("created_at", "2027-01-31T15:04:05.123456Z"),
            ("payoff_date", "2027-02-18"),
            ("status", "received"),
            ("location_id", payoff.LocationId!),
            ("requested_by", user.Id),
            ("sba_loan_number", payoff.SbaLoanNumber!));
    }

    [DialectFact]
    public async Task ListLocationsAndUsers_ByEachMember_FindTheOneThatHasIt()
    {
        var user = await ImportUserAsync();
        var location = (await Host.Locations.FindAsync(user.Locations[0].LocationId))!;

        await AssertEachAsync(
            list => Host.Locations.ListAsync(new LocationQuery(user.Id, list)),
            found => found.Id == location.Id,
            ["id", "partner_name", "name", "type", "active"],
            ("id", location.Id),
            ("partner_name", location.PartnerName),
            ("name", location.Name),
            ("active", "true"));
        await AssertEachAsync(
            list => Host.Users.ListAsync(new UserQuery(user.Id, location.Id, list)),
            found => found.Id == user.Id,
            ["id", "user_name", "last_name", "active"],
            ("id", user.Id),
            ("user_name", user.UserName),
            ("last_name", user.LastName),
            ("active", "true"));
    }

    [DialectFact]
    public async Task ListResources_ByEachMember_FindsTheOneThatHasIt()
    {
        var owned = Sample.Resource();
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new ResourceInsert(owned))));

        await AssertEachAsync(
            list => Host.Resources.ListAsync(new ResourceQuery(owned.ClientId, list)),
            found => found.Id == owned.Resource.Id,
            ["id", "name", "created_at"],
            ("id", owned.Resource.Id!.Value.ToString()),
            ("name", owned.Resource.Name!));
    }

    [DialectFact]
    public async Task ListAuditRecords_ByEachMember_FindsTheOneThatHasIt()
    {
        await using var audited = await AuditedDatabase.CreateAsync(TestDatabase);
        var payoff = await audited.WriteAsync();
        await audited.DrainAsync();

        await AssertEachAsync(
            list => audited.Host.Audit.ListAsync(list),
            found => found.ResourceId == payoff.Id!.Value.ToString(),
            ["occurred_at", "id"],
            ("resource_id", payoff.Id!.Value.ToString()),
            ("client_id", Sample.Caller.ClientId),
            ("user_id", Sample.Caller.UserId!),
            ("request_id", Sample.Caller.RequestId));
    }

    [DialectFact]
    public async Task ListWithoutStates_OfARequest_SaysTheRest()
    {
        await using var audited = await AuditedDatabase.CreateAsync(TestDatabase);
        await audited.WriteAsync(versions: 3);
        await audited.DrainAsync();
        var list = new ListRequest(
            [new("request_id", FilterOperator.Equal, [Sample.Caller.RequestId])],
            [new("occurred_at", Descending: true), ListRequests.Id],
            new(2, After: null),
            Count: false);

        var all = (await audited.Host.Audit.ListAsync(list)).Items;
        var found = (await audited.Host.Audit.ListWithoutStatesAsync(list)).Items;

        Assert.All(all, record => Assert.NotNull(record.After));
        Assert.Equal(2, found.Length);
        Assert.Equal(all.Select(record => record with { Before = null, After = null }), found);
    }

    [DialectFact]
    public async Task FindSubject_Imported_IsTheUser()
    {
        var user = await ImportUserAsync();
        var subject = new Subject("https://login.example/tenant", $"subject of {user.Id}", user.Id);
        await Host.Importer.ImportAsync(new ImportSet { Subjects = [subject] });

        Assert.Equal(user.Id, await Host.Subjects.FindUserAsync(subject.Issuer, subject.Name));
        Assert.Null(await Host.Subjects.FindUserAsync(subject.Issuer, user.Id));
        Assert.Contains($"{subject.Issuer} {subject.Name}", await Host.ExistingRows.SubjectsAsync());
    }

    [DialectFact]
    public async Task ExistingRows_OfReferenceData_AreItsKeys()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();

        Assert.Empty(await host.ExistingRows.CountryCodesAsync());
        Assert.Empty(await host.ExistingRows.FranchiseCodesAsync());
        Assert.Empty(await host.ExistingRows.NaicsCodesAsync());
    }

    [DialectFact]
    public async Task FindCommitted_BeforeAndAfterTheChain_AreThoseThatAre()
    {
        await using var audited = await AuditedDatabase.CreateAsync(TestDatabase);
        var first = Sample.Changes(new PayoffInsert(Sample.Payoff()));
        var second = Sample.Changes(new PayoffInsert(Sample.Payoff()));
        var third = Sample.Changes(new PayoffInsert(Sample.Payoff()));
        Guid[] ids = [first.Audit.ChangeId, second.Audit.ChangeId, third.Audit.ChangeId];
        await audited.Host.Writer.WriteAsync(first);
        await audited.DrainAsync();
        await audited.Host.Writer.WriteAsync(second);

        Assert.Equal(ids[..2].Order(), (await CommittedChanges.FindAsync(audited.Host.Database, ids)).Order());
    }

    /// <summary>Each member alone as a filter, with the total, and as the order, from its beginning and from a place on.</summary>
    private static async Task AssertEachAsync<T>(
        Func<ListRequest, Task<Page<T>>> list, Func<T, bool> isIt, string[] sorts, params (string Member, string Value)[] filters)
    {
        foreach (var (member, value) in filters)
        {
            var page = await list(new([new(member, FilterOperator.Equal, [value])], [ListRequests.Id], new(500, null), Count: true));
            Assert.Contains(page.Items, item => isIt(item));
            Assert.Equal(page.Items.Length, page.Total!.Count);
        }

        foreach (var member in sorts)
        {
            SortMember[] sort = member == "id" ? [new(member, Descending: true)] : [new(member, Descending: false), ListRequests.Id];
            var first = await list(new([], [.. sort], new(1, null), Count: false));
            Assert.Single(first.Items);
            if (first.Last is { } place)
            {
                Assert.DoesNotContain(first.Items[0], (await list(new([], [.. sort], new(500, place), Count: false))).Items);
            }
        }
    }
}
