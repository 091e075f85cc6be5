namespace LoApi.Storage.Sql;

/// <summary>Why a change set was not written at all.</summary>
internal enum QueueRefusal
{
    /// <summary>The queue was full.</summary>
    Full,

    /// <summary>It waited longer than <see cref="StorageOptions.WriteQueueTimeoutSeconds"/>.</summary>
    Late,

    /// <summary>The process ended before its turn came.</summary>
    Stopping,
}
