namespace LoApi.ApiFrontend.Authentication;

/// <summary>Denials as lines of the log: so many a second at most, and then how many there were besides.</summary>
internal sealed class LoggedDenials(TimeProvider time, ILogger<LoggedDenials> logger) : IDenials
{
    /// <summary>Lines a second at most.</summary>
    public const int MaxPerSecond = 20;

    private readonly Lock _lock = new();
    private long _begun = time.GetTimestamp();
    private int _told;
    private long _untold;

    public void Report(Denial denial)
    {
        if (!MayTell(out var untold))
        {
            return;
        }

        if (untold > 0)
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

    private bool MayTell(out long untold)
    {
        lock (_lock)
        {
            untold = 0;
            if (time.GetElapsedTime(_begun) >= TimeSpan.FromSeconds(1))
            {
                _begun = time.GetTimestamp();
                _told = 0;
            }

            if (_told == MaxPerSecond)
            {
                _untold++;
                return false;
            }

            _told++;
            (untold, _untold) = (_untold, 0);
            return true;
        }
    }
}
