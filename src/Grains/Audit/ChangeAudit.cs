using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Json;
using LoApi.Storage.Audit;

namespace LoApi.Grains.Audit;

/// <summary>What the audit log says of a change to a resource.</summary>
internal static class ChangeAudit
{
    /// <summary>The entry.</summary>
    /// <param name="code">What was done: one of <see cref="AuditCode"/>.</param>
    /// <param name="resourceType">What kind of resource it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="before">What it was, with its version; null where it was not there.</param>
    /// <param name="after">What it is now, as it is answered, with its version; null where it is gone.</param>
    /// <param name="caller">Who changed it.</param>
    /// <param name="occurredAt">When.</param>
    public static AuditEntry Of<T>(
        string code, string resourceType, Guid id, (T Row, long Version)? before, (string Body, long Version)? after, Caller caller, DateTimeOffset occurredAt)
        where T : class =>
        new(AuditKind.Change, code, occurredAt, caller)
        {
            ResourceType = resourceType,
            ResourceId = id.ToString("D"),
            VersionBefore = before?.Version,
            VersionAfter = after?.Version,
            Before = before is { } was ? JsonSerializer.Serialize(was.Row, (JsonTypeInfo<T>)LoApiJson.Models.GetTypeInfo(typeof(T))!) : null,
            After = after?.Body,
            PayloadDigest = caller.PayloadDigest,
        };
}
