namespace LoApi.Storage.Sql;

/// <summary>What a column holds. A dialect says how it stores each kind; nothing else knows.</summary>
internal enum ColumnKind
{
    /// <summary>Text of a bounded length, compared and sorted in binary order. A <see cref="string"/>.</summary>
    Text,

    /// <summary>Text without a useful bound, never compared. A <see cref="string"/>.</summary>
    Clob,

    /// <summary>A UUID as 36 lower-case characters, so that every database sorts it alike. A <see cref="Guid"/>.</summary>
    Uuid,

    /// <summary>An instant in UTC, exact to the microsecond. A <see cref="DateTimeOffset"/>.</summary>
    Instant,

    /// <summary>A calendar day. A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>Up to thirteen digits before and two after the point. A <see cref="decimal"/>.</summary>
    Money,

    /// <summary>0 or 1. A <see cref="bool"/>.</summary>
    Bool,

    /// <summary>A 32-bit number. An <see cref="int"/>.</summary>
    Int,

    /// <summary>A 64-bit number. A <see cref="long"/>.</summary>
    Long,
}
