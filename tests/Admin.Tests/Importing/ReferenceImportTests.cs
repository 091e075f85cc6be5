using LoApi.Countries;
using LoApi.Franchises;
using LoApi.NaicsCodes;

namespace LoApi.Admin.Tests.Importing;

public sealed class ReferenceImportTests : IAsyncLifetime
{
    private const string CountryHeader = "ISO3166-1-Alpha-2,ISO3166-1-Alpha-3,ISO3166-1-numeric,CLDR display name,official_name_en,Region Name,Sub-region Name";
    private const string FranchiseHeader = "code,brand,code_start_date,certification_received,addendum_needed,form_2462,negotiated_addendum,notes";

    private readonly AdminDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task ImportCountries_PublishersColumns_MendsWhatTheFileLacks()
    {
        var file = _database.Write(
            "country-codes.csv",
            CountryHeader,
            "NA,NAM,516,Namibia,Namibia,Africa,Sub-Saharan Africa",
            "AF,AFG,4,Afghanistan,Afghanistan,Asia,Southern Asia",
            "US,USA,840,US,United States of America,Americas,Northern America",
            "AQ,ATA,10,Antarctica,,,");

        var run = await ImportAsync("countries", file);

        Assert.Equal(new AdminRun(0, "countries: 4 rows, 4 added, 0 updated, 0 retired.\n4 countries.\n", $"Reading {file}\nWriting 4 rows\n"), run);
        var table = await _database.Reference.ReadCountriesAsync();
        Assert.Equal(
            [
                new Country { Alpha2 = "AF", Alpha3 = "AFG", Numeric = "004", Name = "Afghanistan", OfficialName = "Afghanistan", Region = "Asia" },
                new Country { Alpha2 = "AQ", Alpha3 = "ATA", Numeric = "010", Name = "Antarctica", OfficialName = "Antarctica", Region = null },
                new Country { Alpha2 = "NA", Alpha3 = "NAM", Numeric = "516", Name = "Namibia", OfficialName = "Namibia", Region = "Africa" },
                new Country { Alpha2 = "US", Alpha3 = "USA", Numeric = "840", Name = "United States of America", OfficialName = "United States of America", Region = "Americas" },
            ],
            table.Rows.ToArray());
    }

    [Fact]
    public async Task ImportCountries_ColumnsOfTheModel_AreTheSame()
    {
        var file = _database.Write("countries.csv", "alpha2,alpha3,numeric,name,official_name,region", "NA,NAM,516,Namibia,Republic of Namibia,Africa");

        Assert.Equal(0, (await ImportAsync("countries", file)).ExitCode);
        Assert.Equal("Republic of Namibia", Assert.Single((await _database.Reference.ReadCountriesAsync()).Rows).OfficialName);
    }

    [Fact]
    public async Task ImportCountries_BadRow_ChangesNothing()
    {
        var file = _database.Write("countries.csv", CountryHeader, "NA,NAM,516,Namibia,Namibia,Africa,");
        await ImportAsync("countries", file);

        _database.Write("countries.csv", CountryHeader, "AF,AFG,4,Afghanistan,,,", "na,NAM,5160,,,Africa,");
        var run = await ImportAsync("countries", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "line 3: alpha2 is 'na', which has not the form ^[A-Z]{2}$; numeric is '5160', which has not the form ^[0-9]{3}$; name is missing; official_name is missing\n",
            run.Error,
            StringComparison.Ordinal);
        var table = await _database.Reference.ReadCountriesAsync();
        Assert.Equal((1, "NA"), (table.Version, Assert.Single(table.Rows).Alpha2));
    }

    [Fact]
    public async Task ImportNaics_Again_UpdatesRetiresAndCountsUp()
    {
        var file = _database.Write("naics.csv", "code,title", "31-33,Manufacturing", "311,Food Manufacturing", "3111,Animal Food Manufacturing");
        var first = await ImportAsync("naics", file);
        Assert.Equal(
            "naics: 3 rows, 3 added, 0 updated, 0 retired.\n3 codes: 1 sectors, 1 subsectors, 1 industry groups, 0 NAICS industries, 0 national industries.\n",
            first.Output);

        _database.Write("naics.csv", "code,title", "31-33,Making Things", "311,Food Manufacturing", "312,Beverage Manufacturing");
        var second = await ImportAsync("naics", file);

        Assert.StartsWith("naics: 3 rows, 1 added, 2 updated, 1 retired.\n", second.Output, StringComparison.Ordinal);
        var table = await _database.Reference.ReadNaicsCodesAsync();
        Assert.Equal(2, table.Version);
        Assert.Equal(
            [NaicsCode.Of("31-33", "Making Things"), NaicsCode.Of("311", "Food Manufacturing"), NaicsCode.Of("312", "Beverage Manufacturing")],
            table.Rows.ToArray());
    }

    [Fact]
    public async Task ImportNaics_BadRowsLeftOut_RetiresNothing()
    {
        var file = _database.Write("naics.csv", "code,title", "31-33,Manufacturing", "311,Food Manufacturing");
        await ImportAsync("naics", file);

        _database.Write("naics.csv", "code,title", "31-33,Making Things", "3l1,Food Manufacturing", "31-32,No Sector", "311,");
        var run = await ImportAsync("naics", file, "--skip-bad");

        Assert.StartsWith("naics: 4 rows, 0 added, 1 updated, 0 retired, 3 bad left out.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: code is '3l1'", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: title is missing\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["31-33", "311"], (await _database.Reference.ReadNaicsCodesAsync()).Rows.Select(code => code.Code));
    }

    [Fact]
    public async Task ImportNaics_Workbook_IsReadLikeTheCensusBureausOwn()
    {
        var file = Workbook.Write(
            _database.Path("2-6 digit codes.xlsx"),
            ["Two to six digits"],
            [],
            ["Seq. No.", "2022 NAICS US   Code", "2022 NAICS\nUS Title", null, " "],
            [],
            [1, "31-33", "Manufacturing\u00A0"],
            [2, 311, " Food  Manufacturing "],
            [3, 311111, "Dog & Cat Food\u00A0Manufacturing", null, " "]);

        var run = await ImportAsync("naics", file);

        Assert.Equal("", run.Error.Replace($"Reading {file}\nWriting 3 rows\n", "", StringComparison.Ordinal));
        Assert.Equal(
            [NaicsCode.Of("31-33", "Manufacturing"), NaicsCode.Of("311", "Food Manufacturing"), NaicsCode.Of("311111", "Dog & Cat Food Manufacturing")],
            (await _database.Reference.ReadNaicsCodesAsync()).Rows.ToArray());
    }

    [Fact]
    public async Task ImportNaics_WorkbookWithBadRows_TellsTheirLines()
    {
        var file = Workbook.Write(_database.Path("naics.xlsx"), ["code", "title"], [31, "x"], [312, "#N/A"], [], [312, null], [1, "y"]);

        var run = await ImportAsync("naics", file);

        Assert.Equal(
            $"""
            Reading {file}
            line 3: title is missing
            line 5: title is missing
            line 6: code is '1', which has not the form ^([1-9][0-9]{"{1,5}"}|31-33|44-45|48-49)$
            3 of 4 rows bad, nothing was written. Correct them, or leave them out with --skip-bad.

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public async Task ImportFranchises_CsvAndWorkbook_AreTheSame()
    {
        var sock = new Franchise
        {
            Code = "S9010",
            Brand = "Left Sock Laundry",
            CodeStartDate = new DateOnly(2024, 2, 29),
            CertificationReceived = true,
            AddendumNeeded = false,
            Form2462 = false,
            NegotiatedAddendum = false,
            Notes = "Invented.",
        };
        var csv = _database.Write("franchises.csv", FranchiseHeader, "S9010,Left Sock Laundry,2024-02-29,yes,no,No,0,Invented.");
        Assert.Equal("franchises: 1 row, 1 added, 0 updated, 0 retired.\n", (await ImportAsync("franchises", csv)).Output);
        Assert.Equal(sock, Assert.Single((await _database.Reference.ReadFranchisesAsync()).Rows));

        var workbook = Workbook.Write(
            _database.Path("franchises.xlsx"),
            [.. FranchiseHeader.Split(',')],
            ["S9010", "Left Sock Laundry", new DateOnly(2024, 2, 29), true, false, 0, "no", "Invented."],
            ["S9011", "Polite Porcupine Pet Grooming", null, false, true, true, false, null]);
        Assert.Equal("franchises: 2 rows, 1 added, 1 updated, 0 retired.\n", (await ImportAsync("franchises", workbook)).Output);
        var table = await _database.Reference.ReadFranchisesAsync();
        Assert.Equal(2, table.Version);
        Assert.Equal([sock, sock with { Code = "S9011", Brand = "Polite Porcupine Pet Grooming", CodeStartDate = null, CertificationReceived = false, AddendumNeeded = true, Form2462 = true, Notes = null }], table.Rows.ToArray());
    }

    [Fact]
    public async Task ImportFranchises_BadValues_AreTold()
    {
        var file = _database.Write("franchises.csv", FranchiseHeader, "s-1,,29.2.2024,maybe,no,no,no,");

        Assert.Contains(
            "line 2: code_start_date is '29.2.2024'; write a date like 2027-01-31; certification_received is 'maybe'; use true or false; "
            + "code is 's-1', which has not the form ^[A-Z0-9]{1,10}$; brand is missing\n",
            (await ImportAsync("franchises", file)).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportLocationsUsersAndLoans_Workbooks_AreReadLikeCsv()
    {
        var locations = Workbook.Write(
            _database.Path("locations.xlsx"),
            ["id", "partner_name", "name", "type", "line1", "line2", "city", "state", "postal_code", "country", "phone", "active"],
            [19248, "Gilded Otter Bank", "Boston Branch", "branch", "1 Tally Way", null, "Boston", "MA", (short)2108, "us", null, true]);
        var users = Workbook.Write(
            _database.Path("users.xlsx"),
            ["id", "user_name", "first_name", "last_name", "email", "phone", "active", "locations"],
            [1, "ada.fernsby", "Ada", "Fernsby", null, null, true, "19248:viewer"]);
        var loans = Workbook.Write(
            _database.Path("loans.xlsx"), ["sba_loan_number", "location_id", "program"], [1000000005L, 19248, "7a"], ["20000000-10", "19248", 504]);

        Assert.Equal("locations: 1 row, 1 added, 0 updated.\n", (await ImportAsync("locations", locations)).Output);
        Assert.Equal("users: 1 row, 1 added, 0 updated.\n", (await ImportAsync("users", users)).Output);
        Assert.Equal("loans: 2 rows, 2 added, 0 updated.\n", (await ImportAsync("loans", loans)).Output);

        Assert.Equal("02108", (await _database.LocationAsync("19248"))!.Address.PostalCode);
        Assert.Equal("19248", Assert.Single((await _database.UserAsync("1"))!.Locations).LocationId);
        Assert.Equal("19248", (await _database.LoanAsync("1000000005"))!.LocationId);
    }

    [Fact]
    public async Task Import_NoWorkbook_SaysSo()
    {
        var file = _database.Write("naics.xlsx", "code,title", "11,Agriculture");

        var run = await ImportAsync("naics", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"Reading {file}\n{file} is no Excel workbook that can be read: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WorkbookOfAnotherTable_SaysWhichColumns()
    {
        var file = Workbook.Write(_database.Path("naics.xlsx"), ["naics"], ["11"]);

        Assert.Equal(
            $"Reading {file}\n{file} lacks the columns code,title; its first line must name the columns code,title.\n",
            (await ImportAsync("naics", file)).Error);
    }

    private async Task<AdminRun> ImportAsync(params string[] args)
    {
        await _database.RunAsync("migrate");
        return await _database.RunAsync(["import", .. args]);
    }
}
