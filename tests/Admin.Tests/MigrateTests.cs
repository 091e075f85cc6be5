namespace LoApi.Admin.Tests;

public sealed class MigrateTests : IAsyncLifetime
{
    private readonly AdminDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Migrate_NoFile_CreatesItAndTellsWhatWasApplied()
    {
        var run = await _database.RunAsync("migrate");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.StartsWith("Applied 0001-reference-data.\nApplied 0002-directory.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nThe schema is up to date.\n", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_database.File));
    }

    [Fact]
    public async Task Migrate_Again_AppliesNothing()
    {
        await _database.RunAsync("migrate");

        Assert.Equal(new AdminRun(0, "The schema is up to date already.\n", ""), await _database.RunAsync("migrate"));
    }

    [Fact]
    public async Task Migrate_OptionsAndSettings_OptionsWin()
    {
        var run = await AdminRun.OfAsync(
            new Dictionary<string, string?> { ["Storage:Provider"] = "Oracle", ["Storage:ConnectionString"] = "Data Source=nowhere" },
            "migrate",
            "--provider",
            "sqlite",
            "--connection-string",
            $"Data Source={_database.File}");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(_database.File));
    }

    [Fact]
    public async Task Migrate_FileThatIsNoDatabase_FailsWithASentence()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_database.File)!);
        await File.WriteAllTextAsync(_database.File, new string('x', 4096));

        var run = await _database.RunAsync("migrate");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("The database does not answer. SQLite Error 26: 'file is not a database'.\n", run.Error);
        Assert.Empty(run.Output);
    }
}
