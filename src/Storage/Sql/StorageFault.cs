namespace LoApi.Storage.Sql;

/// <summary>What an exception of a driver means.</summary>
internal enum StorageFault
{
    /// <summary>Nothing that is expected: a bug, or a schema that does not fit.</summary>
    Unexpected,

    /// <summary>A unique constraint refused the row.</summary>
    UniqueViolation,

    /// <summary>Another constraint refused the row.</summary>
    Integrity,

    /// <summary>A value does not fit its column.</summary>
    Validation,

    /// <summary>A deadlock, a serialization failure: the same may work when tried again at once.</summary>
    Transient,

    /// <summary>Somebody else held a lock for longer than is waited: only what needs that lock is at fault.</summary>
    Locked,

    /// <summary>The statement was cancelled or took too long.</summary>
    Cancelled,

    /// <summary>The database does not answer, or not now.</summary>
    Unavailable,

    /// <summary>The database refuses the account.</summary>
    Credentials,
}
