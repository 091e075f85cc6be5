using LoApi.Payoffs;
using LoApi.Storage.Loans;

namespace LoApi.Admin.Tests.Importing;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string LocationHeader = "id,partner_name,name,type,line1,line2,city,state,postal_code,country,phone,active";
    private const string Headquarters = "1,Gilded Otter Bank,Austin Headquarters,headquarters,1 Tally Way,,Austin,TX,78701,US,512-555-0100,true";
    private const string Branch = "2,Gilded Otter Bank,Reno Branch,branch,2 Quill Street,Suite 300,Reno,NV,89501,US,,false";
    private const string BadBranch = "3,Gilded Otter Bank,,branch,2 Quill Street,,Reno,NV,89501,US,,false";
    private const string UserHeader = "id,user_name,first_name,last_name,email,phone,active,locations";

    private readonly AdminDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task ImportLocations_NewAndKnown_AddsAndUpdates()
    {
        await _database.RunAsync("migrate");
        var file = _database.Write("locations.csv", LocationHeader, Headquarters);

        Assert.Equal(
            new AdminRun(0, "locations: 1 row, 1 added, 0 updated.\n", $"Reading {file}\nWriting 1 row\n"),
            await _database.RunAsync("import", "locations", file));

        _database.Write("locations.csv", LocationHeader, Headquarters.Replace("Austin H", "Old H", StringComparison.Ordinal), Branch);

        Assert.Equal(
            new AdminRun(0, "locations: 2 rows, 1 added, 1 updated.\n", $"Reading {file}\nWriting 2 rows\n"),
            await _database.RunAsync("import", "locations", file));
        Assert.Equal("Old Headquarters", (await _database.LocationAsync("1"))!.Name);
        var branch = await _database.LocationAsync("2");
        Assert.Equal("Suite 300", branch!.Address.Line2);
        Assert.Null(branch.Phone);
        Assert.False(branch.Active);
    }

    [Fact]
    public async Task ImportLocations_BadRows_TellsEachAndWritesNothing()
    {
        await _database.RunAsync("migrate");
        var file = _database.Write("locations.csv", LocationHeader, Headquarters, BadBranch, "4,too,few");

        var run = await _database.RunAsync("import", "locations", file);

        Assert.Equal(
            new AdminRun(
                1,
                "",
                $"""
                Reading {file}
                line 3: name is missing
                line 4: has another number of values than the first line
                2 of 3 rows bad, nothing was written. Correct them, or leave them out with --skip-bad.

                """.ReplaceLineEndings("\n")),
            run);
        Assert.Empty(await _database.LocationIdsAsync());
    }

    [Fact]
    public async Task ImportLocations_BadRowsToSkip_TellsEachAndWritesTheOthers()
    {
        await _database.RunAsync("migrate");
        var file = _database.Write("locations.csv", LocationHeader, BadBranch, Headquarters);

        var run = await _database.RunAsync("import", "locations", file, "--skip-bad");

        Assert.Equal(
            new AdminRun(
                0,
                "locations: 2 rows, 1 added, 0 updated, 1 bad left out.\n",
                $"Reading {file}\nWriting 1 row\nline 2: name is missing\n"),
            run);
        Assert.Equal(new HashSet<string> { "1" }, await _database.LocationIdsAsync());
    }

    [Fact]
    public async Task ImportUsers_Again_ReplacesTheirMemberships()
    {
        await MigratedWithLocationsAsync();
        var file = _database.Write("users.csv", UserHeader, "1,ada.fernsby,Ada,Fernsby,ada@example.com,,true,1:servicer|viewer;2:viewer");
        Assert.Equal("users: 1 row, 1 added, 0 updated.\n", (await _database.RunAsync("import", "users", file)).Output);

        _database.Write("users.csv", UserHeader, "1,ada.fernsby,Ada,Fernsby,ada@example.com,,true,2:approver");
        Assert.Equal("users: 1 row, 0 added, 1 updated.\n", (await _database.RunAsync("import", "users", file)).Output);

        var membership = Assert.Single((await _database.UserAsync("1"))!.Locations);
        Assert.Equal("2", membership.LocationId);
        Assert.Equal(["approver"], membership.Roles.AsEnumerable());
    }

    [Fact]
    public async Task ImportUsers_UnknownLocation_IsABadRow()
    {
        await MigratedWithLocationsAsync();
        var file = _database.Write("users.csv", UserHeader, "1,ada.fernsby,Ada,Fernsby,,,true,3:viewer");

        var run = await _database.RunAsync("import", "users", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 2: location 3 is not in the database\n", run.Error, StringComparison.Ordinal);
        Assert.Null(await _database.UserAsync("1"));
    }

    [Fact]
    public async Task ImportSubjects_NewAndKnown_AddsAndUpdates()
    {
        await _database.RunAsync("migrate");
        var file = _database.Write("subjects.csv", "issuer,subject,user_id", "https://id.example,a,1", "https://id.example,b,2");
        Assert.Equal("subjects: 2 rows, 2 added, 0 updated.\n", (await _database.RunAsync("import", "subjects", file)).Output);

        _database.Write("subjects.csv", "issuer,subject,user_id", "https://id.example,b,3", "https://id.example,c,no user");
        var bad = await _database.RunAsync("import", "subjects", file);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("line 3: user_id is 'no user', which is no user's id", bad.Error, StringComparison.Ordinal);

        _database.Write("subjects.csv", "issuer,subject,user_id", "https://id.example,b,3");
        Assert.Equal("subjects: 1 row, 0 added, 1 updated.\n", (await _database.RunAsync("import", "subjects", file)).Output);
    }

    [Fact]
    public async Task ImportLoans_BothSpellings_AreStoredAsTenDigits()
    {
        await MigratedWithLocationsAsync();
        var file = _database.Write("loans.csv", "sba_loan_number,location_id,program", "1000000005,1,7a", "20000000-10,2,504");

        var run = await _database.RunAsync("import", "loans", file);

        Assert.Equal("loans: 2 rows, 2 added, 0 updated.\n", run.Output);
        Assert.Equal(new Loan("1000000005", "1", LoanProgram.Section7a), await _database.LoanAsync("1000000005"));
        Assert.Equal(new Loan("2000000010", "2", LoanProgram.Section504), await _database.LoanAsync("2000000010"));
    }

    [Fact]
    public async Task ImportLoans_BadRows_AreToldWithTheirReasons()
    {
        await MigratedWithLocationsAsync();
        var file = _database.Write(
            "loans.csv",
            "sba_loan_number,location_id,program",
            "1000000006,1,7a",
            "12345,9,8a",
            ",,",
            ",1x,7a",
            "1000000005,1,7a",
            "10000000-05,2,7a");

        var run = await _database.RunAsync("import", "loans", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"""
            Reading {file}
            line 2: sba_loan_number is 1000000006, whose last two digits are not its check digits
            line 3: sba_loan_number is '12345'; write ten digits, or XXXXXXXX-XX; program is '8a'; use one of 504, 7a; location 9 is not in the database
            line 5: sba_loan_number is missing; location_id is '1x', which has not the form ^[0-9]{"{1,7}"}$
            line 7: sba_loan_number 1000000005 stands on line 6 already
            4 of 5 rows bad, nothing was written. Correct them, or leave them out with --skip-bad.

            """.ReplaceLineEndings("\n"),
            run.Error);
        Assert.Null(await _database.LoanAsync("1000000005"));
    }

    [Fact]
    public async Task Import_NotMigrated_SaysWhatToDo()
    {
        var file = _database.Write("locations.csv", LocationHeader, Headquarters);

        var run = await _database.RunAsync("import", "locations", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "The database does not answer. Where it is a file that is not there yet, run loapi-admin migrate first. "
            + "SQLite Error 14: 'unable to open database file'.\n",
            run.Error);
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public async Task Import_TablesMissing_SaysWhatToDo()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_database.File)!);
        await File.WriteAllBytesAsync(_database.File, []);
        var file = _database.Write("locations.csv", LocationHeader, Headquarters);

        var run = await _database.RunAsync("import", "locations", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "The database lacks tables of this version; run loapi-admin migrate first. SQLite Error 1: 'no such table: LO_LOCATION'.\n",
            run.Error);
    }

    [Fact]
    public async Task Import_WrongHeader_SaysWhichColumns()
    {
        await _database.RunAsync("migrate");
        var file = _database.Write("loans.csv", "sba_loan_number,location_id");

        var run = await _database.RunAsync("import", "loans", file);

        Assert.Equal(
            new AdminRun(1, "", $"Reading {file}\n{file} lacks the columns program; its first line must name the columns sba_loan_number,location_id,program.\n"),
            run);
    }

    private async Task MigratedWithLocationsAsync()
    {
        await _database.RunAsync("migrate");
        await _database.RunAsync("import", "locations", _database.Write("locations.csv", LocationHeader, Headquarters, Branch));
    }
}
