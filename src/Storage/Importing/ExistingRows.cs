using System.Collections.Frozen;
using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Importing;

/// <summary>
/// The keys of the rows that an import may meet or name. Every method throws <see cref="DatabaseUnavailableException"/>
/// where the database does not answer.
/// </summary>
public sealed class ExistingRows
{
    private readonly Database _database;

    internal ExistingRows(Database database) => _database = database;

    /// <summary>The ids of all locations.</summary>
    public Task<IReadOnlySet<string>> LocationIdsAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT location_id
            FROM LO_LOCATION
            """,
            cancellation);

    /// <summary>The ids of all users.</summary>
    public Task<IReadOnlySet<string>> UserIdsAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT user_id
            FROM LO_USER
            """,
            cancellation);

    /// <summary>The numbers of all loans.</summary>
    public Task<IReadOnlySet<string>> LoanNumbersAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT sba_loan_number
            FROM LOAN
            """,
            cancellation);

    /// <summary>All subjects of identity providers, each as its issuer, a space, and its name.</summary>
    public Task<IReadOnlySet<string>> SubjectsAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT issuer || ' ' || subject
            FROM OIDC_SUBJECT
            """,
            cancellation);

    /// <summary>The alpha-2 codes of all countries.</summary>
    public Task<IReadOnlySet<string>> CountryCodesAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT alpha2
            FROM COUNTRY
            """,
            cancellation);

    /// <summary>The codes of all franchises.</summary>
    public Task<IReadOnlySet<string>> FranchiseCodesAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT franchise_code
            FROM FRANCHISE
            """,
            cancellation);

    /// <summary>All NAICS codes.</summary>
    public Task<IReadOnlySet<string>> NaicsCodesAsync(CancellationToken cancellation = default) =>
        KeysAsync(
            """
            SELECT naics_code
            FROM NAICS_CODE
            """,
            cancellation);

    /// <summary>Whether there is any location.</summary>
    public async Task<bool> AnyLocationAsync(CancellationToken cancellation = default) =>
        await _database.QueryOneAsync<string>(
            $"""
            SELECT location_id
            FROM LO_LOCATION
            ORDER BY location_id
            {_database.Dialect.Paging}
            """,
            new Bindings().Int("row_limit", 1),
            cancellation) is not null;

    private async Task<IReadOnlySet<string>> KeysAsync(string sql, CancellationToken cancellation) =>
        (await _database.QueryAsync<string>(sql, new Bindings(), cancellation)).ToFrozenSet(StringComparer.Ordinal);
}
