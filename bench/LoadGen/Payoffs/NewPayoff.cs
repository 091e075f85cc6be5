namespace LoApi.LoadGen.Payoffs;

/// <summary>The body of <c>POST /payoffs</c>, with the members that a 7(a) payoff in full needs. A property
/// address is not among them, and loan files have no street.</summary>
internal sealed record NewPayoff(
    string SbaLoanNumber,
    string Program,
    string LocationId,
    string AmountType,
    DateOnly PayoffDate,
    string Reason,
    NewPayoff.Person Contact)
{
    public static NewPayoff For(Loan loan, string locationId, DateOnly payoffDate) => new(
        loan.Number,
        Program: "7a",
        locationId,
        AmountType: "full",
        payoffDate,
        Reason: "refinance",
        new Person(
            Name: loan.Borrower.Length > 0 ? loan.Borrower : "Borrower of " + loan.Number,
            // 555-01xx and example.com belong to nobody.
            Phone: "202-555-0142",
            Email: "payoffs@example.com"));

    internal sealed record Person(string Name, string Phone, string Email);
}
