namespace LoApi.LoadGen.Payoffs;

/// <summary>One row of a loan file.</summary>
/// <param name="Number">The SBA loan number as the file has it.</param>
/// <param name="Borrower">Who owes it; empty where the file does not say.</param>
/// <param name="Bank">The lender, normalised by <see cref="BankName"/>; empty where the file does not say.</param>
internal sealed record Loan(string Number, string Borrower, string Bank)
{
    /// <summary>
    /// The same loan with its last digit changed. The first eight digits determine both check digits, so whatever the last
    /// one becomes, the number is wrong.
    /// </summary>
    public Loan WithSpoiltCheckDigit() => Number.Length > 0 && char.IsAsciiDigit(Number[^1])
        ? this with { Number = Number[..^1] + (char)('0' + ((Number[^1] - '0' + 1) % 10)) }
        : this;
}
