using LoApi.Callers;
using LoApi.Grains.Audit;
using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Resources;
using LoApi.Storage.Audit;
using LoApi.Storage.Resources;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Resources;

/// <summary>A write about to be made.</summary>
/// <param name="Row">The row as it will be; null where it will be gone.</param>
/// <param name="Response">The answer that every repeat of the request will get.</param>
/// <param name="Changes">What is committed together.</param>
internal sealed record ResourceWrite(OwnedResource? Row, RecordedResponse Response, ChangeSet Changes)
{
    /// <summary>A new resource, whose members the server sets.</summary>
    public static ResourceWrite Create(CreateResource request, Guid id, DateTimeOffset now, DateTimeOffset occurredAt)
    {
        var resource = request.Draft with { Id = id, CreatedAt = now, UpdatedAt = now, Version = 1 };
        var response = WrittenAnswer.Of(WrittenAnswer.Created, resource, id, version: 1);
        var row = new OwnedResource(request.Caller.ClientId, resource);
        var audit = ChangeAudit.Of<Resource>(
            AuditCode.Created, Resource.TypeName, id, before: null, (response.Body, 1), request.Caller, occurredAt);
        return new(row, response, ChangeSet(audit, new ResourceInsert(row), response, request.Idempotency, request.Caller));
    }

    /// <summary>The next version; each that is accepted is one more, even where nothing else differs.</summary>
    public static ResourceWrite Update(OwnedResource current, Resource changed, ChangeResource request, DateTimeOffset now, DateTimeOffset occurredAt)
    {
        var (id, version) = (current.Resource.Id!.Value, current.Resource.Version!.Value);
        var resource = changed with { Id = id, CreatedAt = current.Resource.CreatedAt, UpdatedAt = now, Version = version + 1 };
        var response = WrittenAnswer.Of(WrittenAnswer.Ok, resource, id, version + 1);
        var audit = ChangeAudit.Of<Resource>(
            AuditCode.Updated, Resource.TypeName, id, (current.Resource, version), (response.Body, version + 1), request.Caller, occurredAt);
        return new(
            current with { Resource = resource },
            response,
            ChangeSet(audit, new ResourceUpdate(resource, version), response, request.Idempotency, request.Caller));
    }

    /// <summary>The end of it, answered by what there was.</summary>
    public static ResourceWrite Delete(OwnedResource current, ChangeResource request, DateTimeOffset occurredAt)
    {
        var (id, version) = (current.Resource.Id!.Value, current.Resource.Version!.Value);
        var response = WrittenAnswer.Of(WrittenAnswer.Ok, current.Resource, id, version);
        var audit = ChangeAudit.Of<Resource>(
            AuditCode.Deleted, Resource.TypeName, id, (current.Resource, version), after: null, request.Caller, occurredAt);
        return new(Row: null, response, ChangeSet(audit, new ResourceDelete(id, version), response, request.Idempotency, request.Caller));
    }

    private static ChangeSet ChangeSet(
        AuditEntry audit, RowChange change, RecordedResponse response, IdempotentRequest? request, Caller caller) =>
        new(audit, [change, .. response.ToRecords(Resource.TypeName, request, audit.OccurredAt), .. SpentTokens.Spend(caller)]);
}
