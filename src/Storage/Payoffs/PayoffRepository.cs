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
    /// A page of the payoffs of the user's locations. Throws <see cref="InvalidKeysetException"/> for a keyset that is
    /// none of this sort.
    /// </summary>
    public async Task<Page<Payoff>> ListAsync(PayoffQuery query, CancellationToken cancellation = default)
    {
        var list = query.List;
        var limit = Keysets.CheckedLimit(list.Window);
        var total = list.Count
            ? await _database.CountAsync(Source(query, after: null, out var countBindings), countBindings, cancellation)
            : null;
        var rows = await _database.QueryAsync<PayoffRow>(
            $"""
            SELECT {PayoffRow.Columns}
            {Source(query, list.Window.After, out var bindings)}
            ORDER BY {PayoffList.Columns.Order(list.Sort)}
            {_database.Dialect.Paging}
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page(
            [.. rows.Select(row => row.ToPayoff())], limit, payoff => PayoffList.Columns.Place(list.Sort, payoff), total);
    }

    private static string Source(PayoffQuery query, Keyset? after, out Bindings bindings)
    {
        bindings = new Bindings().Text("user_id", query.UserId);
        var conditions = new ListSql<Payoff>(PayoffList.Columns, bindings).Filter(query.List.Filters).After(query.List.Sort, after).Conditions;
        return $"""
            FROM PAYOFF
            WHERE location_id IN (SELECT location_id FROM LO_USER_LOCATION WHERE user_id = :user_id){conditions}
            """;
    }
}
