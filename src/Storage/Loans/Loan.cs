using LoApi.Payoffs;

namespace LoApi.Storage.Loans;

/// <summary>A loan that payoffs may be asked for.</summary>
/// <param name="SbaLoanNumber">Ten digits.</param>
/// <param name="LocationId">The location that services it.</param>
/// <param name="Program">Its programme.</param>
public sealed record Loan(string SbaLoanNumber, string LocationId, LoanProgram Program);
