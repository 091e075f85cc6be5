using System.Text.Json;
using LoApi.Audit;
using LoApi.Fixtures;
using LoApi.Operators;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task FindOperatorKey_Added_IsWhatWasWritten()
    {
        var (secret, _) = OperatorSecret.Make();
        var added = await Host.Operators.AddAsync(secret, "Ada Amberfield", Sample.Instant.AddYears(100), By("operators add"));

        Assert.Equal((secret.KeyId, "Ada Amberfield", secret.Hash, Sample.Instant.AddYears(100), null), (added.KeyId, added.Name, added.Hash, added.ExpiresAt, added.RevokedAt));
        var found = await Host.Operators.FindAsync(secret.KeyId);
        Assert.Equal(added, found);
        Assert.True(secret.Opens(found!));
        Assert.False(OperatorSecret.Make().Secret.Opens(found!));
    }

    [DialectFact]
    public async Task FindOperatorKey_Unknown_IsNull() => Assert.Null(await Host.Operators.FindAsync(OperatorSecret.Make().Secret.KeyId));

    [DialectFact]
    public async Task FindOperatorKey_Expired_IsFoundAndDoesNotHold()
    {
        var (secret, _) = OperatorSecret.Make();
        await Host.Operators.AddAsync(secret, "Ada Amberfield", Sample.Instant, By("operators add"));

        var key = await Host.Operators.FindAsync(secret.KeyId);

        Assert.Equal(
            (Sample.Instant, true, false),
            (key!.ExpiresAt!.Value, key.HoldsAt(Sample.Instant.AddMicroseconds(-1)), key.HoldsAt(Sample.Instant)));
    }

    [DialectFact]
    public async Task ListOperatorKeys_OfSeveral_AreInOrderOfNameAndAge()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        Assert.Empty(await host.Operators.ListAsync());
        var clock = new FakeTimeProvider(Sample.Instant);
        await using var timed = TestDatabase.Open(host.ConnectionString, clock);
        var keys = new List<OperatorKey>();
        foreach (var name in new[] { "Gus", "Ada", "Ada" })
        {
            keys.Add(await timed.Operators.AddAsync(OperatorSecret.Make().Secret, name, expiresAt: null, By("operators add")));
            clock.Advance(TimeSpan.FromMicroseconds(1));
        }

        Assert.Equal([keys[1], keys[2], keys[0]], await host.Operators.ListAsync());
    }

    [DialectFact]
    public async Task RevokeOperatorKey_Twice_IsDoneOnce()
    {
        var (secret, _) = OperatorSecret.Make();
        var (other, _) = OperatorSecret.Make();
        var added = await Host.Operators.AddAsync(secret, "Ada Amberfield", expiresAt: null, By("operators add"));
        await Host.Operators.AddAsync(other, "Ada Amberfield", expiresAt: null, By("operators add"));

        Assert.True(await Host.Operators.RevokeAsync(secret.KeyId, By("operators revoke")));
        var revoked = await Host.Operators.FindAsync(secret.KeyId);
        Assert.False(await Host.Operators.RevokeAsync(secret.KeyId, By("operators revoke again")));

        Assert.NotNull(revoked!.RevokedAt);
        Assert.Equal(added with { RevokedAt = revoked.RevokedAt }, revoked);
        Assert.False(revoked.HoldsAt(revoked.CreatedAt));
        Assert.Equal(revoked, await Host.Operators.FindAsync(secret.KeyId));
        Assert.Null((await Host.Operators.FindAsync(other.KeyId))!.RevokedAt);
    }

    [DialectFact]
    public async Task RevokeOperatorKey_Unknown_IsFalse() =>
        Assert.False(await Host.Operators.RevokeAsync(OperatorSecret.Make().Secret.KeyId, By("operators revoke")));

    [DialectFact]
    public async Task Changes_OfAnOperatorKey_AreRecordedWithoutItsHash()
    {
        await using var log = await AuditedDatabase.CreateAsync(TestDatabase);
        var (secret, _) = OperatorSecret.Make();
        await log.Host.Operators.AddAsync(secret, "Ada Amberfield", expiresAt: null, By("operators add"));
        await log.Host.Operators.RevokeAsync(secret.KeyId, By("operators revoke"));
        await log.Host.Operators.RevokeAsync(secret.KeyId, By("operators revoke again"));

        Assert.Equal(2, await log.DrainAsync());
        var records = (await log.RowsAsync(AuditPartition.Of(secret.KeyId))).Select(row => row.ToRecord()).ToList();

        Assert.Equal(
            ["created loapi-admin operators add -1", "updated loapi-admin operators revoke 1-2"],
            records.Select(record => $"{record.Code} {record.ClientId} {record.Path} {record.VersionBefore}-{record.VersionAfter}"));
        Assert.All(records, record => Assert.Equal((AuditKind.Change, "operator_key", secret.KeyId), (record.Kind, record.ResourceType, record.ResourceId)));
        Assert.All(records, record => Assert.DoesNotContain(secret.Hash, record.Before + record.After, StringComparison.Ordinal));
        Assert.Equal(records[0].After, records[1].Before);
        Assert.Equal([JsonValueKind.Null, JsonValueKind.String], records.Select(record => JsonElement.Parse(record.After!).GetProperty("revoked_at").ValueKind));
    }
}
