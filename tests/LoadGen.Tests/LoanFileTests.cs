using LoApi.LoadGen.Payoffs;

namespace LoApi.LoadGen.Tests;

public sealed class LoanFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"loans-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_QuotesCommasLineBreaksAndBlanks_AreRead()
    {
        var loans = LoanFile.Read(LoadGenProgram.Loans, int.MaxValue);

        Assert.Equal(10, loans.Count);
        Assert.All(loans, loan => Assert.True(LoanNumber.IsValid(loan.Number), loan.Number));
        Assert.Equal(new Loan("9000001204", "Winters, Inc. dba \"The Bakers\"", "FIRST BANK OF NOWHERE"), loans[1]);
        Assert.Equal(new Loan("9000012301", "TWO LINES\nOF NAME", "RIVER & SONS BANK, N.A."), loans[2]);
        Assert.Equal("FIRST BANK OF NOWHERE", loans[3].Bank);
        Assert.Equal(new Loan("9001234509", "", "RIVER & SONS BANK, N.A."), loans[4]);
        Assert.Equal(new Loan("9012345607", "LOS ÁNGELES TOURS", ""), loans[5]);
        Assert.Equal("A \"quoted\" start", loans[7].Borrower);
        Assert.Equal("THIRD COAST CDC", loans[8].Bank);
    }

    [Fact]
    public void Read_Limit_IsKept() =>
        Assert.Equal(["9000000110", "9000001204"], LoanFile.Read(LoadGenProgram.Loans, 2).Select(loan => loan.Number));

    [Fact]
    public void Read_ByteOrderMarkPlainNamesAndNoBorrowers_AreRead()
    {
        Write("\uFEFFloan_number,bank_name\r\n9000000110,Some Bank\r\n");

        Assert.Equal([new Loan("9000000110", "", "SOME BANK")], LoanFile.Read(_path, 10));
    }

    [Theory]
    [InlineData("", "no column LoanNr_ChkDgt")]
    [InlineData("Bank,Name\nA,B\n", "no column LoanNr_ChkDgt or sba_loan_number or loan_number; its first line is: Bank, Name")]
    [InlineData("loan_number,Name\n1,B\n", "no column Bank")]
    [InlineData("loan_number,Bank\n", "has no loans")]
    [InlineData("loan_number,Bank\n1,A\n2\n", "line 3 is malformed")]
    [InlineData("loan_number,Bank\n1,\"A\n2,B\n", "line 2 is malformed")]
    public void Read_NotALoanFile_SaysWhatIsWrong(string text, string message)
    {
        Write(text);

        var thrown = Assert.Throws<RunImpossibleException>(() => LoanFile.Read(_path, 10));

        Assert.StartsWith(_path, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(message, thrown.Message);
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo()
    {
        var thrown = Assert.Throws<RunImpossibleException>(() => LoanFile.Read(_path, 10));

        Assert.Contains("cannot be read", thrown.Message);
    }

    [Fact]
    public void WithSpoiltCheckDigit_AnyLoan_IsInvalid() => Assert.All(
        LoanFile.Read(LoadGenProgram.Loans, int.MaxValue),
        loan => Assert.False(LoanNumber.IsValid(loan.WithSpoiltCheckDigit().Number)));

    private void Write(string text) => File.WriteAllText(_path, text);
}
