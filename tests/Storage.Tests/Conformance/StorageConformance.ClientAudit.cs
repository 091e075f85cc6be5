using System.Text.Json;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Storage.Clients;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task Changes_OfAClient_AreRecordedWithWhoMadeThemAndNoKey()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var registry = log.Host.ClientRegistry;
        var id = Sample.ClientId();
        await registry.AddAsync(NewClient(id, Key(id, 1)), By("clients add"));
        Assert.False(await registry.AddAsync(NewClient(id), By("clients add again")));
        await registry.AddKeyAsync(id, Key(id, 2), By("clients rotate"));
        Assert.Equal(ClientChange.TooManyKeys, await registry.AddKeyAsync(id, Key(id, 3), By("clients rotate again")));
        await registry.ReplaceCiphertextAsync(id, Key(id, 2).KeyId, "v1.0.9", By("clients re-encrypt"));
        await registry.SetLimitsAsync(id, 5, 6, null, By("clients limits"));
        await registry.RevokeKeyAsync(id, Key(id, 1).KeyId, at: null, By("clients revoke one"));
        await registry.DisableAsync(id, By("clients revoke"));
        await registry.EnableAsync(id);

        Assert.Equal(7, await log.DrainAsync());
        var records = (await log.RowsAsync(AuditPartition.Of(id))).Select(row => row.ToRecord()).ToList();
        Assert.Equal(
            [
                "created loapi-admin clients add -1",
                "updated loapi-admin clients rotate 1-2",
                "updated loapi-admin clients re-encrypt 2-3",
                "updated loapi-admin clients limits 3-4",
                "updated loapi-admin clients revoke one 4-5",
                "updated loapi-admin clients revoke 5-6",
                "updated system  6-7",
            ],
            records.Select(record => $"{record.Code} {record.ClientId} {record.Path} {record.VersionBefore}-{record.VersionAfter}"));
        Assert.All(records, record => Assert.Equal((AuditKind.Change, "client", id), (record.Kind, record.ResourceType, record.ResourceId)));
        Assert.Equal(
            [
                "active 100/200/3000000000 1",
                "active 100/200/3000000000 1,2",
                "active 100/200/3000000000 1,2",
                "active 5/6/ 1,2",
                "active 5/6/ 2",
                "disabled 5/6/ ",
                "active 5/6/ ",
            ],
            records.Select(record => State(record.After!)));
        Assert.Equal(records.SkipLast(1).Select(record => record.After), records.Skip(1).Select(record => record.Before));
        Assert.All(records, record => Assert.DoesNotContain("v1.0.", record.Before + record.After, StringComparison.Ordinal));
    }

    private static Caller By(string command) => new("loapi-admin", "operator", LocationId: null, "request-1") { Path = command };

    private static string State(string json)
    {
        var client = JsonElement.Parse(json);
        var keys = client.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("key_id").GetString()![^1..]);
        return $"{client.GetProperty("status")} {client.GetProperty("rate_per_second")}/{client.GetProperty("burst")}/{client.GetProperty("daily_quota")} {string.Join(',', keys)}";
    }
}
