using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Payoffs;
using LoApi.Storage.Loans;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Payoffs;

/// <summary>Whether a loan is one of the location's, where <see cref="PayoffOptions.CheckLoan"/> asks for that.</summary>
internal sealed class LoanCheck(LoanRepository loans, IOptions<PayoffOptions> options)
{
    public async ValueTask<ImmutableArray<MemberError>> CheckAsync(Payoff draft, Caller caller)
    {
        if (!options.Value.CheckLoan || draft.SbaLoanNumber is not { } number || !SbaLoanNumber.IsWellFormed(number))
        {
            return [];
        }

        // The same answer for a loan that is nowhere and for one that is somebody else's.
        var loan = await loans.FindAsync(number, CancellationToken.None);
        return loan is not null && string.Equals(loan.LocationId, caller.LocationId, StringComparison.Ordinal)
            ? []
            : [new("/sba_loan_number", ProblemCode.LoanUnknown, "No loan of this number belongs to the location.")];
    }
}
