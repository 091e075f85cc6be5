using LoApi.Payoffs;

namespace LoApi.Reliability.Load;

/// <summary>Loan numbers, each given once.</summary>
internal sealed class LoanNumbers
{
    private int _last = 10_000_000;

    public string Next() => SbaLoanNumber.WithCheckDigits($"{Interlocked.Increment(ref _last)}");
}
