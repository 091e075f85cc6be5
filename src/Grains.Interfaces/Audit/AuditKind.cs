using System.Text.Json.Serialization;
using LoApi.Json;

namespace LoApi.Audit;

/// <summary>What an audit record is about.</summary>
[GenerateSerializer, Alias("audit-kind"), JsonConverter(typeof(CodeJsonConverter<AuditKind>))]
public enum AuditKind
{
    /// <summary>Something was written; the record was committed with it.</summary>
    [JsonStringEnumMemberName("change")]
    Change,

    /// <summary>A request was refused because of who made it.</summary>
    [JsonStringEnumMemberName("denied")]
    Denied,

    /// <summary>A write came to nothing for another reason.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Something was read, where reads are recorded.</summary>
    [JsonStringEnumMemberName("read")]
    Read,
}
