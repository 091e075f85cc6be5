using System.Collections.Immutable;

namespace LoApi.Clients;

/// <summary>What a client may be allowed to do.</summary>
public static class ClientScope
{
    /// <summary>Read countries, holidays, franchises and NAICS codes.</summary>
    public const string ReferenceRead = "reference:read";

    /// <summary>Read the locations of the user that is acted for.</summary>
    public const string LocationsRead = "locations:read";

    /// <summary>Read the users of those locations.</summary>
    public const string UsersRead = "users:read";

    /// <summary>Read the payoffs of those locations.</summary>
    public const string PayoffsRead = "payoffs:read";

    /// <summary>Create, change and cancel payoffs.</summary>
    public const string PayoffsWrite = "payoffs:write";

    /// <summary>Read the client's own stored documents.</summary>
    public const string ResourceRead = "resource:read";

    /// <summary>Create, change and delete the client's own stored documents.</summary>
    public const string ResourceWrite = "resource:write";

    /// <summary>Read audit records of every tenant. For operators.</summary>
    public const string AuditRead = "audit:read";

    /// <summary>Read statistics of every tenant. For operators.</summary>
    public const string StatsRead = "stats:read";

    /// <summary>Every scope.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        ReferenceRead,
        LocationsRead,
        UsersRead,
        PayoffsRead,
        PayoffsWrite,
        ResourceRead,
        ResourceWrite,
        AuditRead,
        StatsRead,
    ];
}
