namespace LoApi.LoadGen.Load;

/// <summary>How long a run goes on: to a number of requests, to a time, or to whatever comes first.</summary>
/// <param name="Requests">At most so many.</param>
/// <param name="Duration">No request is begun after this time.</param>
internal sealed record RunExtent(long Requests, TimeSpan Duration)
{
    public static RunExtent Of(long requests) => new(requests, TimeSpan.MaxValue);

    public static RunExtent For(TimeSpan duration) => new(long.MaxValue, duration);

    /// <summary>The number of requests that a schedule of this rate has within the extent.</summary>
    public long RequestsAt(double perSecond) => Duration == TimeSpan.MaxValue
        ? Requests
        : Math.Min(Requests, (long)Math.Ceiling(Math.Round(Duration.TotalSeconds * perSecond, 6)));

    public bool IsOver(TimeSpan elapsed) => elapsed >= Duration;
}
