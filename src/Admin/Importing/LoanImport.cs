using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;

namespace LoApi.Admin.Importing;

/// <summary>Loans that payoffs may be asked for, one row each.</summary>
internal sealed class LoanImport : TableImport<Loan>
{
    public override IReadOnlyList<string> Columns { get; } = ["sba_loan_number", "location_id", "program"];

    public override (string Column, string Value) Key(Loan model) => ("sba_loan_number", model.SbaLoanNumber);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.LoanNumbersAsync(cancellation);

    public override IEnumerable<string> LocationsOf(Loan model) => [model.LocationId];

    public override ImportSet ToSet(IReadOnlyList<Loan> models) => new() { Loans = models };

    public override Loan Read(RowReader row) =>
        new(Number(row, "sba_loan_number"), Location(row, "location_id"), row.OneOf<LoanProgram>("program"));

    private static string Number(RowReader row, string column)
    {
        var number = SbaLoanNumber.Normalize(row.Text(column) ?? "");
        if (number.Length == 0)
        {
            row.Refuse($"{column} is missing");
        }
        else if (!SbaLoanNumber.IsWellFormed(number))
        {
            row.Refuse($"{column} is '{number}'; write ten digits, or XXXXXXXX-XX");
        }
        else if (!SbaLoanNumber.HasValidCheckDigits(number))
        {
            row.Refuse($"{column} is {number}, whose last two digits are not its check digits");
        }

        return number;
    }

    private static string Location(RowReader row, string column)
    {
        var id = row.Text(column);
        if (id is null)
        {
            row.Refuse($"{column} is missing");
        }
        else if (!LocationId.IsWellFormed(id))
        {
            row.Refuse($"{column} is '{id}', which has not the form {LocationId.Pattern}");
        }

        return id ?? "";
    }
}
