namespace Orleans.Embedded;

/// <summary>The queues of a grain class's activations, as a look at all of them found them.</summary>
/// <param name="Waiting">Calls that wait, in all of them.</param>
/// <param name="Longest">Calls that wait in the longest.</param>
internal sealed record QueueLengths(int Waiting, int Longest)
{
    public static QueueLengths None { get; } = new(0, 0);
}
