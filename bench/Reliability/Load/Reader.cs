namespace LoApi.Reliability.Load;

/// <summary>Reads payoffs that were acknowledged, at a steady pace, and finds each at least as new as it was then.</summary>
internal sealed class Reader(Caller caller, Ledger ledger, Random random, TimeSpan pause)
{
    private const int Remembered = 200;

    /// <summary>Reads until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Acknowledgement[] latest = [.. ledger.Acknowledged.TakeLast(Remembered)];
            foreach (var _ in Enumerable.Range(0, Remembered / 10).TakeWhile(_ => !stop.IsCancellationRequested))
            {
                await ReadAsync(latest[random.Next(latest.Length)]);
                await Task.Delay(pause, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private async Task ReadAsync(Acknowledgement known)
    {
        var path = $"{Writes.Payoffs}/{known.PayoffId}";
        var later = TimeProvider.System.GetElapsedTime(known.At);
        var answer = await caller.ReadAsync(path);
        if (answer.Accepted && answer.Version < known.Version)
        {
            ledger.SurpriseOld(answer, known, later);
        }
        else if (!answer.Accepted)
        {
            ledger.Surprise(new Write("", HttpMethod.Get, path, null, null, []), answer);
        }
    }
}
