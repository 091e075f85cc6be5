using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Loans;

/// <summary>Reads loans. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer.</summary>
public sealed class LoanRepository
{
    private readonly Database _database;

    internal LoanRepository(Database database) => _database = database;

    /// <summary>The loan, or null where there is none with this number.</summary>
    public async Task<Loan?> FindAsync(string sbaLoanNumber, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<LoanRow>(
            """
            SELECT sba_loan_number, location_id, program
            FROM LOAN
            WHERE sba_loan_number = :sba_loan_number
            """,
            new Bindings().Text("sba_loan_number", sbaLoanNumber),
            cancellation);
        return row?.ToLoan();
    }
}
