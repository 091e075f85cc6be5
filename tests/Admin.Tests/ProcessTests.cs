using System.Diagnostics;

namespace LoApi.Admin.Tests;

public sealed class ProcessTests : IAsyncLifetime
{
    private readonly AdminDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Program_SettingsInTheEnvironment_MigratesAndImports()
    {
        var file = _database.Write(
            "locations.csv",
            "id,partner_name,name,type,line1,line2,city,state,postal_code,country,phone,active",
            "1,Gilded Otter Bank,Austin Headquarters,headquarters,1 Tally Way,,Austin,TX,78701,US,,true");

        Assert.Equal(0, (await StartAsync("migrate")).ExitCode);
        Assert.Equal(
            new AdminRun(0, "locations: 1 row, 1 added, 0 updated.\n", $"Reading {file}\nWriting 1 row\n"),
            await StartAsync("import", "locations", file));
        Assert.Equal("Austin Headquarters", (await _database.LocationAsync("1"))!.Name);
    }

    private async Task<AdminRun> StartAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "loapi-admin.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in _database.Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new AdminRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
