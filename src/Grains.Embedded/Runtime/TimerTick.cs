namespace Orleans.Embedded;

/// <summary>A tick in the mailbox of its activation.</summary>
internal sealed class TimerTick(GrainTimer timer) : VoidGrainCall(TickMethod)
{
    private static readonly GrainMethod TickMethod = new("timer tick", false, false, responseTimeout: null);

    internal override bool IsLocal => true;

    internal override bool IsInterleaving => timer.Interleave;

    internal override bool KeepsAlive => timer.KeepAlive;

    protected override ValueTask Invoke(object grain) => timer.TickAsync();
}
