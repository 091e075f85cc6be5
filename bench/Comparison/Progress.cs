namespace LoApi.Comparison;

/// <summary>Tells who watches what is done, a line for each step with the time since the start.</summary>
internal sealed class Progress(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public void Say(string what) => Console.WriteLine($"{Elapsed:hh\\:mm\\:ss} {what}");
}
