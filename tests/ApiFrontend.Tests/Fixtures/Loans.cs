using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Loan numbers that no other test uses.</summary>
internal static class Loans
{
    private static int _last = 10_000_000;

    public static string Next() => SbaLoanNumber.WithCheckDigits(Interlocked.Increment(ref _last).ToString());
}
