using LoApi.Limits;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Denials as lines of the log: so many a second at most, and then how many there were besides. Those of proven clients and
/// those of strangers are counted apart, so that who proves nothing cannot keep the others out of the log.
/// </summary>
internal sealed class LoggedDenials(TimeProvider time, ILogger<LoggedDenials> logger) : IDenials
{
    /// <summary>Lines a second at most, of either kind.</summary>
    public const int MaxPerSecond = 20;

    private readonly SecondBudget _ofClients = new(time, MaxPerSecond);
    private readonly SecondBudget _ofStrangers = new(time, MaxPerSecond);
    private long _untoldOfClients;
    private long _untoldOfStrangers;

    public void Report(Denial denial)
    {
        if (denial.ClientId is null)
        {
            Report(denial, _ofStrangers, ref _untoldOfStrangers);
        }
        else
        {
            Report(denial, _ofClients, ref _untoldOfClients);
        }
    }

    private void Report(Denial denial, SecondBudget lines, ref long count)
    {
        if (!lines.TrySpend())
        {
            Interlocked.Increment(ref count);
            return;
        }

        if (Interlocked.Exchange(ref count, 0) is > 0 and var untold)
        {
            Log.DeniedMore(logger, untold, denial.ClientId is null ? "strangers" : "clients");
        }

        Log.Denied(
            logger,
            denial.Method,
            denial.Route,
            denial.ClientId,
            denial.UserId,
            denial.LocationId,
            denial.RemoteIp,
            denial.Reason,
            denial.ClaimedKeyId,
            denial.RequestId);
    }
}
