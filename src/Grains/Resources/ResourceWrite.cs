using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Resources;
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
    public static ResourceWrite Create(CreateResource request, Guid id, DateTimeOffset now)
    {
        var resource = request.Draft with { Id = id, CreatedAt = now, UpdatedAt = now, Version = 1 };
        var response = WrittenAnswer.Of(WrittenAnswer.Created, resource, id, version: 1);
        var row = new OwnedResource(request.Caller.ClientId, resource);
        return new(row, response, ChangeSet(new ResourceInsert(row), response, request.Idempotency, now));
    }

    /// <summary>The next version; each that is accepted is one more, even where nothing else differs.</summary>
    public static ResourceWrite Update(OwnedResource current, Resource changed, IdempotentRequest? request, DateTimeOffset now)
    {
        var (id, version) = (current.Resource.Id!.Value, current.Resource.Version!.Value);
        var resource = changed with { Id = id, CreatedAt = current.Resource.CreatedAt, UpdatedAt = now, Version = version + 1 };
        var response = WrittenAnswer.Of(WrittenAnswer.Ok, resource, id, version + 1);
        return new(current with { Resource = resource }, response, ChangeSet(new ResourceUpdate(resource, version), response, request, now));
    }

    /// <summary>The end of it, answered by what there was.</summary>
    public static ResourceWrite Delete(OwnedResource current, IdempotentRequest? request, DateTimeOffset now)
    {
        var (id, version) = (current.Resource.Id!.Value, current.Resource.Version!.Value);
        var response = WrittenAnswer.Of(WrittenAnswer.Ok, current.Resource, id, version);
        return new(Row: null, response, ChangeSet(new ResourceDelete(id, version), response, request, now));
    }

    private static ChangeSet ChangeSet(RowChange change, RecordedResponse response, IdempotentRequest? request, DateTimeOffset now) =>
        request is null ? new(change) : new(change, response.ToRecord(Resource.TypeName, request, now));
}
