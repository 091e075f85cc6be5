namespace LoApi.Comparison;

/// <summary>A time that pieces of work share: each has as much of what is left as those that follow.</summary>
/// <param name="progress">Has the clock.</param>
/// <param name="limit">For all of them.</param>
/// <param name="pieces">How many there will be.</param>
internal sealed class TimeBudget(Progress progress, TimeSpan limit, int pieces)
{
    private TimeSpan _left = limit;
    private int _pieces = pieces;

    /// <param name="piece">Is told at which time of the run it should have ended.</param>
    public async Task SpendAsync(Func<TimeSpan, Task> piece)
    {
        var started = progress.Elapsed;
        await piece(started + (_left / _pieces));
        _left -= progress.Elapsed - started;
        _pieces--;
    }
}
