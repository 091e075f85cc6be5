using LoApi.Countries;
using LoApi.Reference;
using LoApi.Storage.Importing;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    private static Country Namibia { get; } = new()
    {
        Alpha2 = "NA",
        Alpha3 = "NAM",
        Numeric = "516",
        Name = "Namibia",
        OfficialName = "Republic of Namibia",
        Region = "Africa",
    };

    private static Country Antarctica { get; } = new()
    {
        Alpha2 = "AQ",
        Alpha3 = "ATA",
        Numeric = "010",
        Name = "Antarctica",
        OfficialName = "Antarctica",
    };

    [DialectFact]
    public async Task Countries_BeforeAndAfterImports_AreThoseOfTheirVersion()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();

        var empty = await host.Reference.ReadCountriesAsync();
        Assert.Equal(0, empty.Version);
        Assert.Empty(empty.Rows);
        Assert.Equal(0, await host.Reference.ReadVersionAsync(ReferenceTableName.Countries));

        await host.Importer.ImportAsync(new ImportSet { Countries = [Namibia, Antarctica] });
        var first = await host.Reference.ReadCountriesAsync();
        Assert.Equal(1, first.Version);
        Assert.Equal([Antarctica, Namibia], first.Rows.ToArray());

        await host.Importer.ImportAsync(new ImportSet { Countries = [Namibia with { OfficialName = "Namibia" }] });
        var second = await host.Reference.ReadCountriesAsync();
        Assert.Equal(2, second.Version);
        Assert.Equal([Antarctica, Namibia with { OfficialName = "Namibia" }], second.Rows.ToArray());
        Assert.Equal(2, await host.Reference.ReadVersionAsync(ReferenceTableName.Countries));
    }

    [DialectFact]
    public async Task ReadVersion_OfAnUnknownTable_IsZero() => Assert.Equal(0, await Host.Reference.ReadVersionAsync("planets"));

    [DialectFact]
    public async Task Import_OfCountriesAtOnce_CountsEach()
    {
        var before = await Host.Reference.ReadVersionAsync(ReferenceTableName.Countries);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Host.Importer.ImportAsync(new ImportSet { Countries = [Namibia] }))));

        Assert.Equal(before + 8, await Host.Reference.ReadVersionAsync(ReferenceTableName.Countries));
    }
}
