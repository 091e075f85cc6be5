using LoApi.Payoffs;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task ExistingRows_BeforeAndAfterAnImport_AreItsKeys()
    {
        await using var host = await TestDatabase.CreateEmptyAsync();
        await host.Migrator.MigrateAsync();

        Assert.False(await host.ExistingRows.AnyLocationAsync());
        Assert.Empty(await host.ExistingRows.LocationIdsAsync());
        Assert.Empty(await host.ExistingRows.UserIdsAsync());
        Assert.Empty(await host.ExistingRows.LoanNumbersAsync());

        var one = Sample.Location();
        var other = Sample.Location();
        var user = Sample.User(null, one.Id);
        var loan = new Loan("1234567890", one.Id, LoanProgram.Section7a);
        await host.Importer.ImportAsync(new ImportSet { Locations = [one, other], Users = [user], Loans = [loan] });

        Assert.True(await host.ExistingRows.AnyLocationAsync());
        Assert.Equal(new HashSet<string> { one.Id, other.Id }, await host.ExistingRows.LocationIdsAsync());
        Assert.Equal(new HashSet<string> { user.Id }, await host.ExistingRows.UserIdsAsync());
        Assert.Equal(new HashSet<string> { "1234567890" }, await host.ExistingRows.LoanNumbersAsync());
    }
}
