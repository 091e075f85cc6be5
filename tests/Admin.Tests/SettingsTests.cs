namespace LoApi.Admin.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Storage:Provider", "MySql", "Storage:Provider is 'MySql'; use one of Sqlite, PostgreSql, Oracle.\n")]
    [InlineData("Storage:Provider", "PostgreSql", "Storage:ConnectionString is not set; Storage:Provider is 'PostgreSql', so say how that database is reached.\n")]
    [InlineData("Storage:CommandTimeoutSeconds", "0", "Storage:CommandTimeoutSeconds is 0; use a number from 1 to 300.\n")]
    public async Task Migrate_WrongSetting_NamesItsKey(string key, string value, string sentence) =>
        Assert.Equal(
            new AdminRun(2, "", sentence),
            await AdminRun.OfAsync(new Dictionary<string, string?> { [key] = value }, "migrate"));

    [Fact]
    public async Task Migrate_WrongProviderOption_NamesTheKey() =>
        Assert.Equal(
            new AdminRun(2, "", "Storage:Provider is '1'; use one of Sqlite, PostgreSql, Oracle.\n"),
            await AdminRun.OfAsync(new Dictionary<string, string?>(), "migrate", "--provider", "1"));

    [Theory]
    [InlineData("")]
    [InlineData("import")]
    [InlineData("import locations")]
    [InlineData("import locations no-such-file.csv")]
    [InlineData("migrate --sideways")]
    [InlineData("fly")]
    public async Task Run_WrongCommandLine_IsAUsageError(string commandLine)
    {
        var run = await AdminRun.OfAsync(
            new Dictionary<string, string?>(),
            commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_NamesTheColumns()
    {
        var run = await AdminRun.OfAsync(new Dictionary<string, string?>(), "import", "loans", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sba_loan_number,location_id,program", run.Output, StringComparison.Ordinal);
    }
}
