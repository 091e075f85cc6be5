using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Loans;

/// <summary>A row of LOAN, both ways.</summary>
internal sealed class LoanRow
{
    public static RowShape Upsert { get; } = RowShape.Upsert(
        "LOAN",
        [
            new("sba_loan_number", ColumnKind.Text, 10),
            new("location_id", ColumnKind.Text, 7),
            new("program", ColumnKind.Text, 10),
        ],
        keyCount: 1);

    public required string SbaLoanNumber { get; init; }

    public required string LocationId { get; init; }

    public required string Program { get; init; }

    public static Row ToUpsert(Loan loan) =>
        Upsert.Row(loan.SbaLoanNumber, loan.LocationId, Code<LoanProgram>.Of(loan.Program));

    public Loan ToLoan() => new(SbaLoanNumber, LocationId, StoredCode.Parse<LoanProgram>(Program));
}
