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

    /// <summary>Whether the call was turned away before anything was done.</summary>
    public static bool IsRefused(Exception exception) => exception is LimitExceededException or GatewayTooBusyException;
}
