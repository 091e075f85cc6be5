using LoApi.Locations;
using LoApi.Reference;
using LoApi.Storage.Demonstration;
using LoApi.Storage.Importing;
using LoApi.Storage.Tests.Conformance;
using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class DemonstrationFillerTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Fill_EmptyDatabase_HoldsAllOfTheData()
    {
        await using var host = await MigratedAsync();

        Assert.True(await host.Filler.FillAsync());

        var countries = await host.Reference.ReadCountriesAsync();
        Assert.Equal(DemonstrationData.Countries().AsEnumerable(), countries.Rows);
        Assert.Equal(DemonstrationData.Franchises().AsEnumerable(), (await host.Reference.ReadFranchisesAsync()).Rows);
        Assert.Equal(DemonstrationData.NaicsCodes().AsEnumerable(), (await host.Reference.ReadNaicsCodesAsync()).Rows);
        var location = DemonstrationData.Locations()[0];
        Assert.Equal(location, await host.Locations.FindAsync("1"));
        Assert.Equal(200, (await host.ExistingRows.LocationIdsAsync()).Count);
        Assert.Equal(1000, (await host.ExistingRows.UserIdsAsync()).Count);
        var page = await host.Locations.ListAsync(new LocationQuery("1", ListRequests.ById(50, after: null)));
        Assert.Equal(["1", "62"], page.Items.Select(item => item.Id));
        var user = await host.Users.FindAsync("1000");
        Assert.Equal(DemonstrationData.Users()[999].Email, user!.Email);
        Assert.Equal(
            DemonstrationData.Users()[999].Locations.Select(Membership),
            user.Locations.Select(Membership));

        static string Membership(LoApi.Users.UserLocation membership) => $"{membership.LocationId}:{string.Join('|', membership.Roles)}";
    }

    [Fact]
    public async Task Fill_FilledDatabase_ChangesNothing()
    {
        await using var host = await MigratedAsync();
        await host.Filler.FillAsync();
        var renamed = DemonstrationData.Locations()[0] with { Name = "Renamed" };
        await host.Importer.ImportAsync(new ImportSet { Locations = [renamed] });

        Assert.False(await host.Filler.FillAsync());

        Assert.Equal(renamed, await host.Locations.FindAsync("1"));
        Assert.Equal(1, await host.Reference.ReadVersionAsync(ReferenceTableName.Countries));
    }

    [Fact]
    public async Task Fill_DatabaseWithOneLocation_LeavesItAlone()
    {
        await using var host = await MigratedAsync();
        var own = Sample.Location();
        await host.Importer.ImportAsync(new ImportSet { Locations = [own] });

        Assert.False(await host.Filler.FillAsync());

        Assert.Equal([own.Id], await host.ExistingRows.LocationIdsAsync());
        Assert.Empty(await host.ExistingRows.UserIdsAsync());
    }

    private async Task<StorageHost> MigratedAsync()
    {
        var host = await database.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        return host;
    }
}
