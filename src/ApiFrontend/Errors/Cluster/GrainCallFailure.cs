using Orleans.Runtime.Messaging;

namespace LoApi.ApiFrontend.Errors;

/// <summary>What a failed call of a grain means, in the words of Orleans.</summary>
internal static class GrainCallFailure
{
    /// <summary>
    /// Whether the grain's answer is lost, and the call may have been executed. A rejection counts too: Orleans sends a
    /// call on when a connection breaks, and rejects it only after that, so a first try may have arrived.
    /// </summary>
    public static bool IsUnreachable(Exception exception) => exception
        is OrleansMessageRejectionException // and SiloUnavailableException, which is one
        or ConnectionFailedException
        or ClientNotAvailableException;

    /// <summary>
    /// Whether Orleans gave the call up before it reached a grain: no silo takes such grains, the directory does not settle
    /// (all of these are bare <see cref="OrleansException"/>s), or the message expired while a place for the grain was looked
    /// for, which comes as a cancellation although nobody cancelled. To be asked of what a call threw and of nothing else: it
    /// may also be another call, that the grain made, which ended so. One that has a cause is none of these: it tells of a
    /// grain that could not start, because its state could not be read.
    /// </summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="given">What the caller may cancel it by.</param>
    public static bool IsGivenUp(Exception exception, CancellationToken given) =>
        exception is OperationCanceledException ? !given.IsCancellationRequested : exception.GetType() == typeof(OrleansException) && exception.InnerException is null;

    /// <summary>Whether the call was turned away before anything was done.</summary>
    public static bool IsRefused(Exception exception) => exception is LimitExceededException or GatewayTooBusyException;
}
