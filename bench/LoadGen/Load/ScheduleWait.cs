using System.Runtime.InteropServices;

namespace LoApi.LoadGen.Load;

/// <summary>
/// Blocks the calling thread until a request is due. The runtime's timers fire one to three milliseconds late, which is
/// more than a fast service takes; so on the system's clock the end of a wait is left to the operating system, which is
/// late by some 0.1 ms and, unlike spinning, takes no processor from the service that is measured.
/// </summary>
internal sealed class ScheduleWait(TimeProvider time) : IDisposable
{
    /// <summary>How long before its end a wait is handed to the operating system; the timer is hardly ever later than this.</summary>
    private static readonly TimeSpan Fine = TimeSpan.FromMilliseconds(10);

    private readonly bool _hasFineSleep = ReferenceEquals(time, TimeProvider.System) && !OperatingSystem.IsWindows();
    private readonly ManualResetEventSlim _due = new();

    /// <summary>May return a little early; the caller looks at the clock again.</summary>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public void For(TimeSpan wait, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_hasFineSleep)
        {
            Coarse(wait, cancellation);
        }
        else if (wait > 2 * Fine)
        {
            Coarse(wait - Fine, cancellation);
        }
        else
        {
            _ = usleep((uint)wait.TotalMicroseconds);
        }
    }

    public void Dispose() => _due.Dispose();

    private void Coarse(TimeSpan wait, CancellationToken cancellation)
    {
        _due.Reset();
        using var timer = time.CreateTimer(_ => _due.Set(), state: null, wait, Timeout.InfiniteTimeSpan);
        _due.Wait(cancellation);
    }

    /// <summary>POSIX <c>usleep</c>: suspends the calling thread for less than a second. An interrupted one returns early.</summary>
    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int usleep(uint microseconds);
}
