namespace Orleans.Embedded;

/// <summary>The life of an activation, in its order.</summary>
internal enum ActivationState
{
    /// <summary>No call has come yet.</summary>
    Created,

    /// <summary>The grain is being constructed, read and told; calls wait.</summary>
    Activating,

    /// <summary>Calls run.</summary>
    Valid,

    /// <summary>Running calls complete; others wait, for the next activation.</summary>
    Deactivating,

    /// <summary>No call runs; the grain is told and disposed of.</summary>
    Ending,

    /// <summary>Out of the directory: who sends here must look again.</summary>
    Invalid,
}
