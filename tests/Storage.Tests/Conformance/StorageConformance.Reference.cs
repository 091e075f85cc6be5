using LoApi.Countries;
using LoApi.Franchises;
using LoApi.NaicsCodes;
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
    public async Task Franchises_BeforeAndAfterImports_AreThoseOfTheirVersion()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        var full = new Franchise
        {
            Code = "S9002",
            Brand = "Left Sock Laundry",
            CodeStartDate = new DateOnly(2024, 2, 29),
            CertificationReceived = true,
            AddendumNeeded = false,
            Form2462 = true,
            NegotiatedAddendum = false,
            Notes = "Invented.",
        };
        var bare = full with { Code = "S9001", CodeStartDate = null, CertificationReceived = false, AddendumNeeded = true, Form2462 = false, NegotiatedAddendum = true, Notes = null };

        var empty = await host.Reference.ReadFranchisesAsync();
        Assert.Equal((0, 0), (empty.Version, empty.Rows.Length));

        await host.Importer.ImportAsync(new ImportSet { Franchises = [full, bare] });
        var first = await host.Reference.ReadFranchisesAsync();
        Assert.Equal(1, first.Version);
        Assert.Equal([bare, full], first.Rows.ToArray());
        Assert.Equal(0, await host.Reference.ReadVersionAsync(ReferenceTableName.Countries));
    }

    [DialectFact]
    public async Task NaicsCodes_BeforeAndAfterImports_AreThoseOfTheirVersion()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        var sector = NaicsCode.Of("31-33", "Manufacturing");
        var subsector = NaicsCode.Of("311", "Food Manufacturing");
        var group = NaicsCode.Of("3111", "Animal Food Manufacturing");

        var empty = await host.Reference.ReadNaicsCodesAsync();
        Assert.Equal((0, 0), (empty.Version, empty.Rows.Length));

        await host.Importer.ImportAsync(new ImportSet { NaicsCodes = [group, subsector, sector] });
        var first = await host.Reference.ReadNaicsCodesAsync();
        Assert.Equal(1, first.Version);
        Assert.Equal([sector, subsector, group], first.Rows.ToArray());
        Assert.Equal(1, await host.Reference.ReadVersionAsync(ReferenceTableName.NaicsCodes));
    }

    [DialectFact]
    public async Task Import_ThatRetiresOthers_LeavesTheGivenRowsOfItsTablesOnly()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();
        var sector = NaicsCode.Of("31-33", "Manufacturing");
        await host.Importer.ImportAsync(new ImportSet { Countries = [Namibia, Antarctica], NaicsCodes = [sector] });

        // What was unique to a row that goes may be another's in the same import.
        var heir = Antarctica with { Alpha3 = Namibia.Alpha3, Numeric = Namibia.Numeric };
        await host.Importer.ImportAsync(new ImportSet { Countries = [heir], RetireOthers = true });

        var countries = await host.Reference.ReadCountriesAsync();
        Assert.Equal(2, countries.Version);
        Assert.Equal([heir], countries.Rows.ToArray());
        var codes = await host.Reference.ReadNaicsCodesAsync();
        Assert.Equal(1, codes.Version);
        Assert.Equal([sector], codes.Rows.ToArray());
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
