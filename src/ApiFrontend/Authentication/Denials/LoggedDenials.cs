using LoApi.Limits;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Denials as lines of the log: so many a second at most, and then how many there were besides.</summary>
internal sealed class LoggedDenials(TimeProvider time, ILogger<LoggedDenials> logger) : IDenials
{
    /// <summary>Lines a second at most.</summary>
    public const int MaxPerSecond = 20;

    private readonly SecondBudget _lines = new(time, MaxPerSecond);
    private long _untold;

    public void Report(Denial denial)
    {
        if (!_lines.TrySpend())
        {
            Interlocked.Increment(ref _untold);
            return;
        }

        if (Interlocked.Exchange(ref _untold, 0) is > 0 and var untold)
        {
            Log.DeniedMore(logger, untold);
        }

        Log.Denied(
            logger,
            denial.Method,
            denial.Path,
            denial.ClientId,
            denial.UserId,
            denial.LocationId,
            denial.RemoteIp,
            denial.Reason,
            denial.ClaimedKeyId,
            denial.RequestId);
    }
}
