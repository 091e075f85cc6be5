using LoApi.Lists;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;
using LoApi.Users;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task FindUser_Unknown_IsNull() => Assert.Null(await Host.Users.FindAsync("nobody"));

    [DialectFact]
    public async Task FindUser_OfSeveralLocations_HasThemAndTheirRolesInOrder()
    {
        var (a, b, c) = (Sample.LocationId(), Sample.LocationId(), Sample.LocationId());
        var user = Sample.User() with
        {
            Locations =
            [
                new UserLocation { LocationId = a, Roles = ["approver", "servicer"] },
                new UserLocation { LocationId = b, Roles = [] },
                new UserLocation { LocationId = c, Roles = ["viewer"] },
            ],
        };
        await Host.Importer.ImportAsync(new ImportSet
        {
            Locations = [Sample.Location(c), Sample.Location(a), Sample.Location(b)],
            Users = [user with { Locations = [.. user.Locations.Reverse()] }],
        });

        AssertEqual(user, await Host.Users.FindAsync(user.Id));
    }

    [DialectFact]
    public async Task FindUser_WithoutLocations_HasNone()
    {
        var user = Sample.User() with { Email = null, Active = false };
        await Host.Importer.ImportAsync(new ImportSet { Users = [user] });

        AssertEqual(user, await Host.Users.FindAsync(user.Id));
    }

    [DialectFact]
    public async Task ListUsers_OfALocation_AreByIdWithAllTheirLocations()
    {
        var (shared, other) = (Sample.Location(), Sample.Location());
        User[] users = [.. Enumerable.Range(0, 7).Select(i => i % 2 == 0 ? Sample.User(null, shared.Id) : Sample.User(null, shared.Id, other.Id))];
        await Host.Importer.ImportAsync(new ImportSet { Locations = [shared, other], Users = [.. users, Sample.User(null, other.Id)] });

        foreach (var limit in new[] { 1, 3, 7 })
        {
            var seen = new List<User>();
            Keyset? after = null;
            do
            {
                var page = await Host.Users.ListAsync(new UserQuery(users[0].Id, shared.Id, ListRequests.ById(limit, after)));
                seen.AddRange(page.Items);
                after = page.Last;
            }
            while (after is not null);

            Assert.Equal(users.Length, seen.Count);
            Assert.All(users.Zip(seen), pair => AssertEqual(pair.First, pair.Second));
        }
    }

    [DialectFact]
    public async Task ListUsers_ByAReaderFromElsewhere_IsEmpty()
    {
        var user = await ImportUserAsync();
        var stranger = await ImportUserAsync();

        var page = await Host.Users.ListAsync(new UserQuery(stranger.Id, user.Locations[0].LocationId, ListRequests.ById(50, null)));

        Assert.Empty(page.Items);
        Assert.Null(page.Last);
    }

    [DialectFact]
    public async Task FindLocation_Imported_IsWhatWasWritten()
    {
        var plain = Sample.Location() with { Phone = null, Active = false, Type = LocationType.Headquarters };
        var location = Sample.Location();
        await Host.Importer.ImportAsync(new ImportSet { Locations = [plain, location] });

        Assert.Equal(plain, await Host.Locations.FindAsync(plain.Id));
        Assert.Equal(location, await Host.Locations.FindAsync(location.Id));
        Assert.Null(await Host.Locations.FindAsync("0"));
    }

    [DialectFact]
    public async Task ListLocations_OfAUser_AreItsOwnInBinaryOrder()
    {
        // Ids of one digit less sort between those of one more: as text, not as numbers.
        var prefix = Sample.LocationId()[..5];
        Location[] locations = [.. new[] { "1", "10", "2", "20", "3" }.Select(suffix => Sample.Location(prefix[..4] + suffix + "9"))];
        locations = [.. locations.DistinctBy(location => location.Id)];
        var user = Sample.User(null, [.. locations.Select(location => location.Id)]);
        await Host.Importer.ImportAsync(new ImportSet { Locations = [.. locations, Sample.Location()], Users = [user] });

        foreach (var limit in new[] { 1, 2, 5 })
        {
            var seen = new List<Location>();
            Keyset? after = null;
            do
            {
                var page = await Host.Locations.ListAsync(new LocationQuery(user.Id, ListRequests.ById(limit, after)));
                seen.AddRange(page.Items);
                after = page.Last;
            }
            while (after is not null);

            Assert.Equal(locations.OrderBy(location => location.Id, StringComparer.Ordinal), seen);
        }
    }

    [DialectFact]
    public async Task ListUsers_OfMixedCase_AreInBinaryOrder()
    {
        // A linguistic order would say a, A, b, B and pass over the punctuation.
        var location = Sample.Location();
        var stem = Sample.UserId();
        string[] ids = [stem, stem + "-b", stem + ".a", stem + "A", stem + "B", stem + "_a", stem + "a", stem + "b"];
        await Host.Importer.ImportAsync(new ImportSet
        {
            Locations = [location],
            Users = [.. ids.Reverse().Select(id => Sample.User(id, location.Id))],
        });

        var page = await Host.Users.ListAsync(new UserQuery(stem, location.Id, ListRequests.ById(4, null)));
        var rest = await Host.Users.ListAsync(new UserQuery(stem, location.Id, ListRequests.ById(4, page.Last)));

        Assert.Equal(ids, page.Items.Concat(rest.Items).Select(user => user.Id));
    }

    [DialectFact]
    public async Task FindLoan_Imported_IsWhatWasWritten()
    {
        var location = Sample.Location();
        var loan = new Loan(Sample.LoanNumber(), location.Id, LoanProgram.Section504);
        await Host.Importer.ImportAsync(new ImportSet { Locations = [location], Loans = [loan] });

        Assert.Equal(loan, await Host.Loans.FindAsync(loan.SbaLoanNumber));
        Assert.Null(await Host.Loans.FindAsync("none"));
    }

    [DialectFact]
    public async Task Import_Again_ChangesRowsAndReplacesMemberships()
    {
        var (a, b) = (Sample.Location(), Sample.Location());
        var user = Sample.User(null, a.Id);
        var loan = new Loan(Sample.LoanNumber(), a.Id, LoanProgram.Section7a);
        await Host.Importer.ImportAsync(new ImportSet { Locations = [a, b], Users = [user], Loans = [loan] });

        var renamed = a with { Name = "Elsewhere Branch", Phone = null };
        var moved = Sample.User(user.Id, b.Id) with { LastName = "Larkspur" };
        var taken = loan with { LocationId = b.Id };
        await Host.Importer.ImportAsync(new ImportSet { Locations = [renamed], Users = [moved], Loans = [taken] });

        Assert.Equal(renamed, await Host.Locations.FindAsync(a.Id));
        AssertEqual(moved, await Host.Users.FindAsync(user.Id));
        Assert.Equal(taken, await Host.Loans.FindAsync(loan.SbaLoanNumber));
    }

    [DialectFact]
    public async Task Import_OfOneKeyTwice_KeepsTheLast()
    {
        var location = Sample.Location();
        await Host.Importer.ImportAsync(new ImportSet { Locations = [location, location with { Name = "Second" }] });

        Assert.Equal("Second", (await Host.Locations.FindAsync(location.Id))!.Name);
    }

    [DialectFact]
    public async Task Import_OfARowThatIsRefused_ImportsNothing()
    {
        var location = Sample.Location();
        var set = new ImportSet { Locations = [location], Users = [Sample.User(null, Sample.LocationId())] };

        await Assert.ThrowsAsync<ImportException>(() => Host.Importer.ImportAsync(set));

        Assert.Null(await Host.Locations.FindAsync(location.Id));
    }

    [DialectFact]
    public async Task Import_OfManyRows_ImportsThemAll()
    {
        var location = Sample.Location();
        User[] users = [.. Enumerable.Range(0, 2_500).Select(_ => Sample.User(null, location.Id))];
        await Host.Importer.ImportAsync(new ImportSet { Locations = [location], Users = users });

        var count = 0;
        Keyset? after = null;
        do
        {
            var page = await Host.Users.ListAsync(new UserQuery(users[0].Id, location.Id, ListRequests.ById(500, after)));
            count += page.Items.Length;
            after = page.Last;
        }
        while (after is not null);
        Assert.Equal(users.Length, count);
    }

    // Records compare immutable arrays by reference.
    private static void AssertEqual(User expected, User? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Locations = [] }, actual with { Locations = [] });
        Assert.Equal(
            expected.Locations.Select(location => (location.LocationId, Roles: string.Join(',', location.Roles))),
            actual.Locations.Select(location => (location.LocationId, Roles: string.Join(',', location.Roles))));
    }
}
