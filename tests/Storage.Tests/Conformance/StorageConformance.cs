using LoApi.Storage.Importing;
using LoApi.Storage.Tests.Databases;
using LoApi.Users;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>
/// What storage promises, whatever the database: the same tests for every dialect. A test makes rows of its own and
/// never looks at others.
/// </summary>
public abstract partial class StorageConformance(TestDatabase database)
{
    internal StorageHost Host => database.Host;

    private protected TestDatabase TestDatabase => database;

    /// <summary>A user of a new location, imported.</summary>
    private async Task<User> ImportUserAsync()
    {
        var location = Sample.Location();
        var user = Sample.User(null, location.Id);
        await Host.Importer.ImportAsync(new ImportSet { Locations = [location], Users = [user] });
        return user;
    }
}
