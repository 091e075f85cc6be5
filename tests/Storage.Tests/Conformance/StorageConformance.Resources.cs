using System.Globalization;
using LoApi.Json;
using LoApi.Lists;
using LoApi.Resources;
using LoApi.Storage.Resources;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    private static readonly (string Member, Func<Resource, string> Text)[] ResourceMembers =
    [
        ("name", resource => resource.Name!),
        ("created_at", resource => resource.CreatedAt!.Value.UtcDateTime.ToString(InstantJsonConverter.Format, CultureInfo.InvariantCulture)),
        ("id", resource => resource.Id!.Value.ToString("D")),
    ];

    [DialectFact]
    public async Task WriteResource_OfAnyText_ComesBackAsItWas()
    {
        string[] documents =
        [
            "{}", """{"":null,"a b":[1e400,-0.10,true]}""", """{"text":"Ünï中文🏦 \\ \" %_':x"}""", $$"""{"long":"{{new string('ß', 30_000)}}"}""",
        ];
        foreach (var document in documents)
        {
            var owned = Sample.Resource();
            owned = await InsertAsync(owned with { Resource = owned.Resource with { Document = new(document), Name = new string('é', 100) } });

            Assert.Equal(owned, await Host.Resources.FindAsync(owned.Resource.Id!.Value));
        }
    }

    [DialectFact]
    public async Task WriteResource_OfTheSameIdTwice_IsAUniqueConflict()
    {
        var owned = await InsertAsync(Sample.Resource());
        var other = Sample.Resource();

        var result = await Host.Writer.WriteAsync(Sample.Changes(new ResourceInsert(other with { Resource = other.Resource with { Id = owned.Resource.Id } })));

        Assert.Equal(WriteResult.UniqueConflict, result);
        Assert.Equal(owned, await Host.Resources.FindAsync(owned.Resource.Id!.Value));
    }

    [DialectFact]
    public async Task WriteResource_OfAnUpdate_ChangesEveryMemberButWhoseItIs()
    {
        var owned = await InsertAsync(Sample.Resource());
        var changed = owned.Resource with { Name = "Other", Document = new("{}"), UpdatedAt = Sample.Instant.AddDays(1), Version = 2 };

        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new ResourceUpdate(changed, 1))));

        Assert.Equal(owned with { Resource = changed }, await Host.Resources.FindAsync(changed.Id!.Value));
    }

    [DialectFact]
    public async Task WriteResource_OfAnUpdateOfAnotherVersion_IsAVersionConflictAndChangesNothing()
    {
        var owned = await InsertAsync(Sample.Resource());

        var result = await Host.Writer.WriteAsync(Sample.Changes(new ResourceUpdate(owned.Resource with { Version = 3 }, 2)));

        Assert.Equal(WriteResult.VersionConflict, result);
        Assert.Equal(owned, await Host.Resources.FindAsync(owned.Resource.Id!.Value));
    }

    [DialectFact]
    public async Task WriteResource_OfADeletion_RemovesItWithItsAnswerKept()
    {
        var owned = await InsertAsync(Sample.Resource());
        var other = await InsertAsync(Sample.Resource(owned.ClientId));
        var answer = Sample.Answer();

        var result = await Host.Writer.WriteAsync(Sample.Changes(new ResourceDelete(owned.Resource.Id!.Value, 1), new IdempotencyInsert(answer)));

        Assert.Equal(WriteResult.Committed, result);
        Assert.Null(await Host.Resources.FindAsync(owned.Resource.Id.Value));
        Assert.Equal(other, await Host.Resources.FindAsync(other.Resource.Id!.Value));
        Assert.Equal(answer, await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
    }

    [DialectFact]
    public async Task WriteResource_OfADeletionOfAnotherVersion_IsAVersionConflictAndRemovesNothing()
    {
        var owned = await InsertAsync(Sample.Resource());
        var answer = Sample.Answer();
        var id = owned.Resource.Id!.Value;

        Assert.Equal(WriteResult.VersionConflict, await Host.Writer.WriteAsync(Sample.Changes(new IdempotencyInsert(answer), new ResourceDelete(id, 2))));
        Assert.Equal(WriteResult.VersionConflict, await Host.Writer.WriteAsync(Sample.Changes(new ResourceDelete(Guid.NewGuid(), 1))));

        Assert.Equal(owned, await Host.Resources.FindAsync(id));
        Assert.Null(await Host.Idempotency.FindAsync(answer.ClientId, answer.Key));
    }

    [DialectFact]
    public async Task WriteResource_OfRacingDeletions_CommitsExactlyOne()
    {
        await using var other = TestDatabase.Open();
        var id = (await InsertAsync(Sample.Resource())).Resource.Id!.Value;

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Host : other).Writer.WriteAsync(Sample.Changes(new ResourceDelete(id, 1))))));

        Assert.Single(results, WriteResult.Committed);
        Assert.Equal(15, results.Count(result => result == WriteResult.VersionConflict));
    }

    [DialectFact]
    public async Task ListResources_SortedByAnyMember_IsTheOrderOfItsTextPageByPage()
    {
        var (client, resources) = await InsertVariedResourcesAsync();
        foreach (var (member, text) in ResourceMembers)
        {
            foreach (var descending in new[] { false, true })
            {
                SortMember[] sort = member == "id" ? [new("id", descending)] : [new(member, descending), ListRequests.Id];
                var ordered = descending
                    ? resources.OrderByDescending(text, StringComparer.Ordinal)
                    : resources.OrderBy(text, StringComparer.Ordinal);
                var expected = ordered.ThenBy(resource => resource.Id!.Value.ToString("D"), StringComparer.Ordinal);
                Assert.Equal(expected, await WalkResourcesAsync(client, [], sort, limit: 3));
            }
        }
    }

    [DialectFact]
    public async Task ListResources_Filtered_AreThoseOfTheClientThatMeetIt()
    {
        var (client, resources) = await InsertVariedResourcesAsync();
        await InsertVariedResourcesAsync();
        Filter[] layouts = [new("name", FilterOperator.Prefix, ["Layout"])];
        Filter[] early = [new("created_at", FilterOperator.Less, [ResourceMembers[1].Text(resources[4])])];

        Assert.Equal(
            resources.Where(resource => resource.Name!.StartsWith("Layout", StringComparison.Ordinal)).Select(resource => resource.Id).Order(),
            (await WalkResourcesAsync(client, layouts, [ListRequests.Id], limit: 2)).Select(resource => resource.Id).Order());
        Assert.Equal(
            resources.Where(resource => resource.CreatedAt < resources[4].CreatedAt).Select(resource => resource.Id).Order(),
            (await WalkResourcesAsync(client, early, [ListRequests.Id], limit: 2)).Select(resource => resource.Id).Order());
        var counted = await Host.Resources.ListAsync(new(client, new([], [ListRequests.Id], new(1, After: null), Count: true)));
        Assert.Equal(new ListTotal(resources.Length, Capped: false), counted.Total);
    }

    private async Task<OwnedResource> InsertAsync(OwnedResource owned)
    {
        Assert.Equal(WriteResult.Committed, await Host.Writer.WriteAsync(Sample.Changes(new ResourceInsert(owned))));
        return owned;
    }

    private async Task<(string ClientId, Resource[] Resources)> InsertVariedResourcesAsync()
    {
        string[] names = ["Layout", "layout", "Layout 2", "Ära", "Zeta"];
        var client = Sample.ClientId();
        var resources = new List<Resource>();
        for (var i = 0; i < 10; i++)
        {
            var owned = Sample.Resource(client);
            resources.Add((await InsertAsync(owned with
            {
                Resource = owned.Resource with { Name = names[i % names.Length], CreatedAt = Sample.Instant.AddMicroseconds(i / 3) },
            })).Resource);
        }

        return (client, [.. resources]);
    }

    private async Task<List<Resource>> WalkResourcesAsync(string clientId, Filter[] filters, SortMember[] sort, int limit)
    {
        var seen = new List<Resource>();
        Keyset? after = null;
        do
        {
            var page = await Host.Resources.ListAsync(new(clientId, new([.. filters], [.. sort], new(limit, after), Count: false)));
            seen.AddRange(page.Items);
            after = page.Last;
        }
        while (after is not null && seen.Count < 100);
        return seen;
    }
}
