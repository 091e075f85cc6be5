using LoApi.Storage.Payoffs;
using LoApi.Storage.Tests.Databases;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>
/// An open transaction that holds an open payoff of <see cref="LoanNumber"/>: whoever inserts another waits for it, and
/// on SQLite whoever writes at all. Lowered, it leaves nothing.
/// </summary>
internal sealed class WriteBarrier : IAsyncDisposable
{
    private ChangeTransaction? _transaction;

    private WriteBarrier(ChangeTransaction transaction, string loanNumber)
    {
        _transaction = transaction;
        LoanNumber = loanNumber;
    }

    public string LoanNumber { get; }

    public static async Task<WriteBarrier> RaiseAsync(StorageHost host)
    {
        var payoff = Sample.Payoff();
        var transaction = await ChangeTransaction.BeginAsync(host.Database);
        await transaction.WriteAsync([PayoffTable.ToInsert(payoff)]);
        return new WriteBarrier(transaction, payoff.SbaLoanNumber!);
    }

    public async Task LowerAsync()
    {
        if (Interlocked.Exchange(ref _transaction, null) is { } transaction)
        {
            await transaction.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await LowerAsync();
}
