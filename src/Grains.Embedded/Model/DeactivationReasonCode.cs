namespace Orleans;

/// <summary>Why an activation ends.</summary>
[GenerateSerializer]
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>The process is shutting down.</summary>
    ShuttingDown,

    /// <summary>The grain could not be activated.</summary>
    ActivationFailed,

    /// <summary>The directory of grains failed (never in one process).</summary>
    DirectoryFailure,

    /// <summary>It was idle for the collection age.</summary>
    ActivationIdle,

    /// <summary>It does not respond.</summary>
    ActivationUnresponsive,

    /// <summary>Another activation of the same grain exists (never in one process).</summary>
    DuplicateActivation,

    /// <summary>It met a request of an incompatible version (never in one process).</summary>
    IncompatibleRequest,

    /// <summary>The grain failed in a way that makes its memory suspect, such as an inconsistent state.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>It moves elsewhere (never in one process).</summary>
    Migrating,

    /// <summary>The runtime decided so.</summary>
    RuntimeRequested,

    /// <summary>Too many activations exist.</summary>
    HighMemoryPressure,
}
