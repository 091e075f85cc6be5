using LoApi.Reference;
using LoApi.Storage.Reference;

namespace LoApi.Grains.Reference;

/// <summary>
/// Reads a table once per version. Those who hold snapshots ask as often as their own staleness bound says, so the
/// version is asked of the database each time: a single row by its key.
/// </summary>
internal sealed class ReferenceDataGrain(ReferenceRepository reference) : Grain, IReferenceDataGrain
{
    private ReferenceTable? _table;

    public async Task<ReferenceTable?> GetIfChangedAsync(long knownVersion)
    {
        var name = this.GetPrimaryKeyString();
        var version = await reference.ReadVersionAsync(name, CancellationToken.None);
        if (_table?.Version != version)
        {
            _table = await ReadAsync(name);
        }

        return _table.Version == knownVersion ? null : _table;
    }

    private async Task<ReferenceTable> ReadAsync(string name) => name switch
    {
        ReferenceTableName.Countries => await reference.ReadCountriesAsync(CancellationToken.None),
        ReferenceTableName.Franchises => await reference.ReadFranchisesAsync(CancellationToken.None),
        ReferenceTableName.NaicsCodes => await reference.ReadNaicsCodesAsync(CancellationToken.None),
        _ => throw new ArgumentException($"There is no reference table '{name}'.", nameof(name)),
    };
}
