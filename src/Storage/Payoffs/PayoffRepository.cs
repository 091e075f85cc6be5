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
    /// A page of the payoffs of the user's locations, newest first, by id where they are of the same microsecond. Throws
    /// <see cref="InvalidKeysetException"/> for a keyset that is none of this list.
    /// </summary>
    public async Task<Page<Payoff>> ListAsync(PayoffQuery query, CancellationToken cancellation = default)
    {
        var limit = Keysets.CheckedLimit(query.Window);
        var bindings = new Bindings().Text("user_id", query.UserId);
        var after = "";
        if (query.Window.After is { } keyset)
        {
            var (createdAt, id) = Keysets.InstantAndId(keyset);
            bindings
                .Instant("bound_created_at", createdAt)
                .Instant("after_created_at", createdAt)
                .Instant("same_created_at", createdAt)
                .Uuid("after_id", id);

            // The first comparison says nothing new, but it is one that an index can begin at.
            after =
                """

                  AND created_at <= :bound_created_at
                  AND (created_at < :after_created_at OR (created_at = :same_created_at AND id > :after_id))
                """;
        }

        var rows = await _database.QueryAsync<PayoffRow>(
            $"""
            SELECT {PayoffRow.Columns}
            FROM PAYOFF
            WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id){after}
            ORDER BY created_at DESC, id
            {_database.Dialect.Paging}
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page(
            [.. rows.Select(row => row.ToPayoff())],
            limit,
            payoff => [InstantText.Of(payoff.CreatedAt!.Value), payoff.Id!.Value.ToString("D")]);
    }
}
