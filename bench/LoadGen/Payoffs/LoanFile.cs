using CsvHelper;

namespace LoApi.LoadGen.Payoffs;

/// <summary>
/// Reads loans from a CSV file with a header row, in the columns of SBA's public FOIA releases or with plainer names. What
/// the values mean is left to the service to judge.
/// </summary>
internal static class LoanFile
{
    private static readonly string[] NumberColumns = ["LoanNr_ChkDgt", "sba_loan_number", "loan_number"];
    private static readonly string[] BankColumns = ["Bank", "BankName", "bank_name"];
    private static readonly string[] BorrowerColumns = ["Name", "BorrName", "borrower"];

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        // A quote that is never closed would otherwise swallow the rest of the file unnoticed.
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        MaxRecordSize = 1024 * 1024,
    };

    /// <summary>Reads the first loans of a file.</summary>
    /// <exception cref="RunImpossibleException">No such file, no header, a malformed row (it says which), no loan at all.</exception>
    public static IReadOnlyList<Loan> Read(string path, int limit)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, Options);
            var loans = Rows(csv, path).Take(limit).ToList();
            return loans.Count > 0 ? loans : throw new RunImpossibleException($"{path}: has no loans.");
        }
        catch (CsvFormatException cause)
        {
            throw new RunImpossibleException($"{path}: line {cause.LineNumber} is malformed: {cause.Message}", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunImpossibleException($"{path}: cannot be read: {cause.Message}", cause);
        }
    }

    private static IEnumerable<Loan> Rows(CsvReader csv, string path)
    {
        var number = Required(csv, NumberColumns, path);
        var bank = Required(csv, BankColumns, path);
        var borrower = IndexOf(csv, BorrowerColumns);
        while (csv.Read())
        {
            yield return new Loan(
                csv.GetString(number).Trim(),
                borrower is { } column ? csv.GetString(column).Trim() : "",
                BankName.Normalise(csv.GetString(bank)));
        }
    }

    private static int Required(CsvReader csv, string[] names, string path) => IndexOf(csv, names)
        ?? throw new RunImpossibleException(
            $"{path}: no column {string.Join(" or ", names)}; its first line is: {string.Join(", ", csv.Headers)}");

    private static int? IndexOf(CsvReader csv, string[] names)
    {
        foreach (var name in names)
        {
            if (csv.TryGetFieldIndex(name, out var index))
            {
                return index;
            }
        }

        return null;
    }
}
