using LoApi.Errors;
using LoApi.Storage.Importing;

namespace LoApi.Storage.Demonstration;

/// <summary>Puts the demonstration data into a database that holds no locations yet. Only ever used in development.</summary>
public sealed class DemonstrationFiller(ExistingRows existing, Importer importer)
{
    /// <summary>
    /// Fills an empty database, in one transaction; answers whether it did. Two that do so at once write the same. Throws
    /// <see cref="DatabaseUnavailableException"/> where the database does not answer.
    /// </summary>
    public async Task<bool> FillAsync(CancellationToken cancellation = default)
    {
        if (await existing.AnyLocationAsync(cancellation))
        {
            return false;
        }

        var set = new ImportSet
        {
            Source = "demonstration data",
            Countries = DemonstrationData.Countries(),
            Franchises = DemonstrationData.Franchises(),
            NaicsCodes = DemonstrationData.NaicsCodes(),
            Locations = DemonstrationData.Locations(),
            Users = DemonstrationData.Users(),
        };
        await importer.ImportAsync(set, cancellation);
        return true;
    }
}
