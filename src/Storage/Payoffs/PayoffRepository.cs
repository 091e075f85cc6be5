using LoApi.Errors;
using LoApi.Lists;
using LoApi.Payoffs;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Payoffs;

/// <summary>
/// Reads payoffs; they are written through <see cref="Writing.IChangeWriter"/>. Every method throws
/// <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class PayoffRepository
{
    private static readonly ListStatement<PayoffRow, Payoff> List = new(
        PayoffRow.Columns,
        """
        FROM PAYOFF
        WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id)
        """,
        PayoffList.Columns,
        row => row.ToPayoff());

    private readonly Database _database;

    internal PayoffRepository(Database database) => _database = database;

    /// <summary>The payoff, or null where there is none with this id.</summary>
    public async Task<Payoff?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<PayoffRow>(
            $"""
            SELECT {PayoffRow.Columns}
            FROM PAYOFF
            WHERE id = :id
            """,
            new Bindings().Uuid("id", id),
            cancellation);
        return row?.ToPayoff();
    }

    /// <summary>The open payoff of a loan, or null: neither completed nor cancelled, rejected or expired.</summary>
    public async Task<Payoff?> FindOpenAsync(string sbaLoanNumber, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<PayoffRow>(
            $"""
            SELECT {PayoffRow.Columns}
            FROM PAYOFF
            WHERE open_loan_number = :open_loan_number
            """,
            new Bindings().Text("open_loan_number", sbaLoanNumber),
            cancellation);
        return row?.ToPayoff();
    }

    /// <summary>
    /// A page of the payoffs of the user's locations. Throws <see cref="InvalidKeysetException"/> for a keyset that is
    /// none of this sort.
    /// </summary>
    public Task<Page<Payoff>> ListAsync(PayoffQuery query, CancellationToken cancellation = default) =>
        List.ReadAsync(_database, query.List, () => new Bindings().Text("user_id", query.UserId), cancellation);
}
