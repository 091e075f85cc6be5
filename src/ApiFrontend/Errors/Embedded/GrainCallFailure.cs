namespace LoApi.ApiFrontend.Errors;

/// <summary>What a failed call of a grain means, in the words of the embedded runtime.</summary>
internal static class GrainCallFailure
{
    /// <summary>Whether the grain's answer is lost, and the call may have been executed.</summary>
    public static bool IsUnreachable(Exception exception) => exception is SiloUnavailableException;

    /// <summary>Whether the call was turned away before anything was done.</summary>
    public static bool IsRefused(Exception exception) => exception is LimitExceededException or OrleansMessageRejectionException;
}
