using LoApi.Countries;
using LoApi.Errors;
using LoApi.Franchises;
using LoApi.NaicsCodes;
using LoApi.Reference;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Reference;

/// <summary>
/// Reads reference data. Every method throws <see cref="DatabaseUnavailableException"/> where the database does not
/// answer.
/// </summary>
public sealed class ReferenceRepository
{
    private readonly Database _database;

    internal ReferenceRepository(Database database) => _database = database;

    /// <summary>The version of a table of <see cref="ReferenceTableName"/>: it counts imports; 0 where there was none.</summary>
    public Task<long> ReadVersionAsync(string table, CancellationToken cancellation = default) =>
        _database.QueryOneAsync<long>(
            """
            SELECT table_version
            FROM REFERENCE_VERSION
            WHERE table_name = :table_name
            """,
            new Bindings().Text("table_name", table),
            cancellation);

    /// <summary>Every country by alpha-2 code, with the version that they belong to: one statement, so the two never differ.</summary>
    public async Task<CountryTable> ReadCountriesAsync(CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<CountryRow>(
            """
            SELECT v.table_version, c.alpha2, c.alpha3, c.numeric_code, c.country_name, c.official_name, c.region
            FROM REFERENCE_VERSION v
            LEFT JOIN COUNTRY c ON c.alpha2 IS NOT NULL
            WHERE v.table_name = :table_name
            ORDER BY c.alpha2
            """,
            new Bindings().Text("table_name", ReferenceTableName.Countries),
            cancellation);
        return new CountryTable
        {
            Version = rows.Count == 0 ? 0 : rows[0].TableVersion,
            Rows = [.. rows.Where(row => row.Alpha2 is not null).Select(row => row.ToCountry())],
        };
    }

    /// <summary>Every franchise by code, with the version that they belong to.</summary>
    public async Task<FranchiseTable> ReadFranchisesAsync(CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<FranchiseRow>(
            """
            SELECT v.table_version, f.franchise_code, f.brand, f.code_start_date, f.certification_received,
              f.addendum_needed, f.form_2462, f.negotiated_addendum, f.notes
            FROM REFERENCE_VERSION v
            LEFT JOIN FRANCHISE f ON f.franchise_code IS NOT NULL
            WHERE v.table_name = :table_name
            ORDER BY f.franchise_code
            """,
            new Bindings().Text("table_name", ReferenceTableName.Franchises),
            cancellation);
        return new FranchiseTable
        {
            Version = rows.Count == 0 ? 0 : rows[0].TableVersion,
            Rows = [.. rows.Where(row => row.FranchiseCode is not null).Select(row => row.ToFranchise())],
        };
    }

    /// <summary>Every NAICS code in binary order, with the version that they belong to.</summary>
    public async Task<NaicsCodeTable> ReadNaicsCodesAsync(CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<NaicsCodeRow>(
            """
            SELECT v.table_version, n.naics_code, n.title
            FROM REFERENCE_VERSION v
            LEFT JOIN NAICS_CODE n ON n.naics_code IS NOT NULL
            WHERE v.table_name = :table_name
            ORDER BY n.naics_code
            """,
            new Bindings().Text("table_name", ReferenceTableName.NaicsCodes),
            cancellation);
        return new NaicsCodeTable
        {
            Version = rows.Count == 0 ? 0 : rows[0].TableVersion,
            Rows = [.. rows.Where(row => row.NaicsCode is not null).Select(row => row.ToNaicsCode())],
        };
    }
}
