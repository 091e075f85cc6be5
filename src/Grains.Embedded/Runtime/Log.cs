using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>What the runtime logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Grain {GrainId} has been running {Method} for {Elapsed}; {Waiting} calls wait for it.")]
    public static partial void CallIsHung(ILogger logger, GrainId grainId, string method, TimeSpan elapsed, int waiting);

    [LoggerMessage(2, LogLevel.Warning, "Grain {GrainId} takes too long in state {State}: its token is cancelled.")]
    public static partial void LifecycleIsHung(ILogger logger, GrainId grainId, ActivationState state);

    [LoggerMessage(3, LogLevel.Warning, "Grain {GrainId} could not be activated.")]
    public static partial void ActivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(4, LogLevel.Warning, "Grain {GrainId} failed while it was deactivated.")]
    public static partial void DeactivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(5, LogLevel.Warning, "Grain {GrainId}, or a service of its scope, failed while it was disposed of.")]
    public static partial void DisposalFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(6, LogLevel.Warning, "A timer tick of grain {GrainId} failed; the timer goes on.")]
    public static partial void TickFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(7, LogLevel.Warning, "Grain {GrainId}: a callback on the cancelled token of {Method} failed.")]
    public static partial void CancellationCallbackFailed(ILogger logger, Exception exception, GrainId grainId, string method);

    [LoggerMessage(8, LogLevel.Warning, "Grains were not drained in {Timeout}: {Activations} activations are left; their callers are told.")]
    public static partial void DrainTimedOut(ILogger logger, TimeSpan timeout, int activations);

    [LoggerMessage(9, LogLevel.Error, "A sweep of the activations failed.")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
