using System.Net;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Membership;
using Orleans.Runtime.MembershipService;

namespace LoApi.Storage.Tests.Cluster;

/// <summary>Orleans' own membership provider, over the tables that the migrations make: the same tests for each server.</summary>
/// <param name="databases">Where.</param>
/// <param name="invariant">What Orleans calls the driver.</param>
public abstract class MembershipTableConformance(TestDatabase databases, string invariant) : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private StorageHost _host = null!;

    public async Task InitializeAsync()
    {
        await databases.InitializeAsync();
        _host = await databases.CreateEmptyAsync();
        await _host.Migrator.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await databases.DisposeAsync();
    }

    [DialectFact]
    public async Task Initialize_FromSeveralAtOnce_MakesOneVersion()
    {
        var tables = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));
        Assert.All(await Task.WhenAll(tables.Select(table => table.ReadAllAsync())), data =>
        {
            Assert.Equal(0, data.Version.Version);
            Assert.Empty(data.Members);
        });
    }

    [DialectFact]
    public async Task Insert_AMember_IsReadAsItWasWritten()
    {
        var table = await OpenAsync();
        var entry = Member(1);
        Assert.True(await InsertAsync(table, entry));

        var data = await table.ReadRowAsync(entry.SiloAddress);
        Assert.Equal(1, data.Version.Version);
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal((entry.SiloAddress, entry.SiloName, entry.HostName, entry.Status, entry.ProxyPort), (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort));
        Assert.Equal((Noon, Noon), (read.StartTime.ToUniversalTime(), read.IAmAliveTime.ToUniversalTime()));
        Assert.Null(read.SuspectTimes);
    }

    [DialectFact]
    public async Task Insert_TheSameMemberAgain_ChangesNothing()
    {
        var table = await OpenAsync();
        Assert.True(await InsertAsync(table, Member(1)));
        Assert.False(await InsertAsync(table, Member(1)));
        Assert.Equal(1, (await table.ReadAllAsync()).Version.Version);
    }

    [DialectFact]
    public async Task Insert_OfSeveralFromOneVersion_LetsOneIn()
    {
        var table = await OpenAsync();
        var version = (await table.ReadAllAsync()).Version.Next();

        var inserted = await Task.WhenAll(Enumerable.Range(1, 12).Select(number => table.InsertRowAsync(Member(number), version)));

        var data = await table.ReadAllAsync();
        Assert.Single(inserted, done => done);
        Assert.Single(data.Members);
        Assert.Equal(1, data.Version.Version);
    }

    [DialectFact]
    public async Task Update_AMember_RaisesTheVersionAndKeepsSuspicions()
    {
        var table = await OpenAsync();
        await InsertAsync(table, Member(1));
        var changed = Member(1);
        changed.Status = SiloStatus.Dead;
        changed.SuspectTimes = [Tuple.Create(Member(2).SiloAddress, Noon)];

        Assert.True(await UpdateAsync(table, changed));

        var data = await table.ReadAllAsync();
        Assert.Equal(2, data.Version.Version);
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal(SiloStatus.Dead, read.Status);
        Assert.Equal(Member(2).SiloAddress, Assert.Single(read.SuspectTimes!).Item1);
    }

    [DialectFact]
    public async Task Update_OfSeveralFromOneVersion_LetsOneIn()
    {
        var table = await OpenAsync();
        for (var number = 1; number <= 4; number++)
        {
            Assert.True(await InsertAsync(table, Member(number)));
        }

        var version = (await table.ReadAllAsync()).Version;
        var updated = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
        {
            var entry = Member((number % 4) + 1);
            entry.Status = SiloStatus.ShuttingDown;
            return table.UpdateRowAsync(entry, version.VersionEtag, version.Next());
        }));

        var data = await table.ReadAllAsync();
        Assert.Single(updated, done => done);
        Assert.Single(data.Members, member => member.Item1.Status == SiloStatus.ShuttingDown);
        Assert.Equal(version.Version + 1, data.Version.Version);
    }

    [DialectFact]
    public async Task Update_OfAMemberThatIsNotThere_LeavesTheVersion()
    {
        var table = await OpenAsync();
        await InsertAsync(table, Member(1));
        Assert.False(await UpdateAsync(table, Member(2)));
        Assert.Equal(1, (await table.ReadAllAsync()).Version.Version);
    }

    [DialectFact]
    public async Task UpdateIAmAlive_OfAMember_ChangesTheTimeOnly()
    {
        var table = await OpenAsync();
        await InsertAsync(table, Member(1));
        var alive = Member(1);
        alive.IAmAliveTime = Noon.AddMinutes(5);
        alive.Status = SiloStatus.Dead;

        await table.UpdateIAmAliveAsync(alive);

        var data = await table.ReadAllAsync();
        Assert.Equal(1, data.Version.Version);
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal((Noon.AddMinutes(5), SiloStatus.Active), (read.IAmAliveTime.ToUniversalTime(), read.Status));
    }

    [DialectFact]
    public async Task CleanupDefunct_Members_RemovesTheSilentThatAreNotActive()
    {
        var table = await OpenAsync();
        await InsertAsync(table, Member(1));
        await InsertAsync(table, Member(2, SiloStatus.Dead));
        await InsertAsync(table, Member(3, SiloStatus.Dead, Noon.AddHours(2)));
        await InsertAsync(table, Member(4, SiloStatus.Joining));

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Noon.AddHours(1)));

        var data = await table.ReadAllAsync();
        Assert.Equal([1, 3], data.Members.Select(member => member.Item1.SiloAddress.Generation).Order());
        Assert.Equal(4, data.Version.Version);
    }

    [DialectFact]
    public async Task DeleteMembershipTableEntries_OfACluster_LeavesTheOthers()
    {
        var table = await OpenAsync();
        var other = await OpenAsync("other");
        await InsertAsync(table, Member(1));
        await InsertAsync(other, Member(1));

        await table.DeleteMembershipTableEntriesAsync("loapi");

        Assert.Single((await other.ReadAllAsync()).Members);
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        Assert.Empty((await table.ReadAllAsync()).Members);
    }

    [DialectFact]
    public async Task Gateways_OfActiveMembersWithOne_AreListed()
    {
        var table = await OpenAsync();
        await InsertAsync(table, Member(1));
        await InsertAsync(table, Member(2, SiloStatus.Dead));
        var closed = Member(3);
        closed.ProxyPort = 0;
        await InsertAsync(table, closed);

        IGatewayListProvider gateways = new AdoNetGatewayListProvider(
            NullLogger<AdoNetGatewayListProvider>.Instance,
            NoServices,
            new OptionsWrapper<AdoNetClusteringClientOptions>(new AdoNetClusteringClientOptions { Invariant = invariant, ConnectionString = _host.ConnectionString }),
            new OptionsWrapper<GatewayOptions>(new GatewayOptions()),
            new OptionsWrapper<ClusterOptions>(new ClusterOptions { ClusterId = "loapi", ServiceId = "loapi" }));
        await gateways.InitializeGatewayListProvider();

        Assert.Equal([$"gwy.tcp://10.0.0.1:30001/1"], (await gateways.GetGateways()).Select(gateway => gateway.ToString()));
    }

    private static MembershipEntry Member(int number, SiloStatus status = SiloStatus.Active, DateTime? alive = null) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Parse($"10.0.0.{number}"), 11111, number),
        SiloName = $"silo-{number}",
        HostName = $"host-{number}",
        Status = status,
        ProxyPort = 30000 + number,
        StartTime = Noon,
        IAmAliveTime = alive ?? Noon,
    };

    private static async Task<bool> InsertAsync(IMembershipTable table, MembershipEntry entry) =>
        await table.InsertRowAsync(entry, (await table.ReadAllAsync()).Version.Next());

    private static async Task<bool> UpdateAsync(IMembershipTable table, MembershipEntry entry)
    {
        var version = (await table.ReadAllAsync()).Version;
        return await table.UpdateRowAsync(entry, version.VersionEtag, version.Next());
    }

    private async Task<IMembershipTable> OpenAsync(string clusterId = "loapi")
    {
        var table = new AdoNetClusteringTable(
            NoServices,
            new OptionsWrapper<ClusterOptions>(new ClusterOptions { ClusterId = clusterId, ServiceId = "loapi" }),
            new OptionsWrapper<AdoNetClusteringSiloOptions>(new AdoNetClusteringSiloOptions { Invariant = invariant, ConnectionString = _host.ConnectionString }),
            NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return table;
    }
}
