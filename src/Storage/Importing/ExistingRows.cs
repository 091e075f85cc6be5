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
