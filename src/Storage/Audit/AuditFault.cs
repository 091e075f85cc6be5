namespace LoApi.Storage.Audit;

/// <summary>What is wrong with a chain.</summary>
public enum AuditFault
{
    /// <summary>A record does not say what it said when it was chained.</summary>
    Changed,

    /// <summary>A record is not there any more.</summary>
    Removed,

    /// <summary>A record is there that was never chained at its place.</summary>
    Inserted,

    /// <summary>A record stands at another place than it was chained at.</summary>
    Reordered,

    /// <summary>Personal data is gone from a record, and no record says that somebody erased it.</summary>
    Erased,

    /// <summary>The chain's head, in the database or in the file of heads, is not what the chain says.</summary>
    Head,
}
