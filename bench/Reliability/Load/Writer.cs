namespace LoApi.Reliability.Load;

/// <summary>
/// One app server's worth of load: creates payoffs, changes and cancels them, asks for another payoff of a loan whose
/// first was cancelled, and now and then races all other writers for the next version of a payoff that they share. It
/// rests for <c>pause</c> after each write.
/// </summary>
internal sealed class Writer(Caller caller, Writes writes, LoanNumbers loans, Ledger ledger, Random random, TimeSpan pause = default)
{
    private const int MaxChanges = 3;

    /// <summary>Writes until told to stop, and then until the write at hand is settled.</summary>
    public async Task RunAsync(Guid shared, CancellationToken stop)
    {
        var loan = loans.Next();
        while (!stop.IsCancellationRequested)
        {
            if (random.Next(8) == 0)
            {
                await RaceAsync(shared);
            }
            else
            {
                loan = await LiveAsync(loan, stop) ? loan : loans.Next();
            }
        }
    }

    /// <summary>The life of one payoff; true where it was cancelled, so that its loan is free again.</summary>
    private async Task<bool> LiveAsync(string loan, CancellationToken stop)
    {
        var current = await WriteAsync(writes.Create(loan));
        for (var changes = random.Next(MaxChanges + 1); changes > 0 && current is not null && !stop.IsCancellationRequested; changes--)
        {
            current = await WriteAsync(writes.Rename(current.PayoffId, current.ETag));
        }

        return current is not null
            && random.Next(3) == 0
            && !stop.IsCancellationRequested
            && await WriteAsync(writes.Cancel(current.PayoffId, current.ETag)) is not null;
    }

    private async Task RaceAsync(Guid shared)
    {
        var current = await caller.ReadAsync($"{Writes.Payoffs}/{shared}");
        var write = writes.Rename(shared, current.ETag);
        var answer = await SendAsync(write);
        if (answer.Status == 412)
        {
            ledger.Refuse(answer);
        }
        else
        {
            Settle(write, answer);
        }
    }

    private async Task<Answer?> WriteAsync(Write write) => Settle(write, await SendAsync(write));

    private async Task<Answer> SendAsync(Write write)
    {
        var answer = await caller.SettleAsync(write);
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, TimeProvider.System);
        }

        return answer;
    }

    private Answer? Settle(Write write, Answer answer)
    {
        if (answer.Accepted)
        {
            ledger.Accept(write, answer);
            return answer;
        }

        ledger.Surprise(write, answer);
        return null;
    }
}
