namespace LoApi.Storage.Audit;

/// <summary>What an audit record says was done.</summary>
public static class AuditCode
{
    /// <summary>A row was added.</summary>
    public const string Created = "created";

    /// <summary>A row was changed.</summary>
    public const string Updated = "updated";

    /// <summary>A row was removed.</summary>
    public const string Deleted = "deleted";

    /// <summary>A payoff's date went by without the money.</summary>
    public const string Expired = "expired";

    /// <summary>Rows were taken over from a file.</summary>
    public const string Imported = "imported";

    /// <summary>Personal data was erased from the audit log and from recorded answers.</summary>
    public const string Erased = "erased";

    /// <summary>Something was read.</summary>
    public const string Read = "read";
}
