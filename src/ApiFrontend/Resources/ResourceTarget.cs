using System.Collections.Immutable;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Writes;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Resources;

namespace LoApi.ApiFrontend.Resources;

/// <summary>One resource of the caller's client that is to be changed or deleted.</summary>
/// <param name="grain">The resource.</param>
/// <param name="request">Who changes it.</param>
internal sealed class ResourceTarget(IResourceGrain grain, ApiRequest request) : IChangeTarget<Resource>
{
    public string Route => $"{ResourceEndpoints.Route}/{grain.GetPrimaryKey():D}";

    public bool VanishesWhenDeleted => true;

    public long VersionOf(Resource current) => current.Version!.Value;

    public async Task<Outcome<Resource>> FindAsync() =>
        await grain.GetAsync(request.Caller.ClientId) is { } resource ? resource : ResourceEndpoints.NotFound;

    public Task<Resource?> GetCurrentAsync() => grain.GetCurrentAsync(request.Caller.ClientId);

    public Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest use) => grain.FindAnswerAsync(use, request.Caller);

    public Task<bool> IsRepeatedAsync(IdempotentRequest attempt) => grain.IsRepeatedAsync(attempt);

    public ValueTask<ImmutableArray<MemberError>> CheckAsync(Resource current, Resource changed) =>
        new(ResourceRules.CheckChange(current, changed));

    public Task<Outcome<RecordedResponse>> ChangeAsync(Resource current, Resource? changed, IdempotentRequest? use) =>
        grain.ChangeAsync(new(request.Caller, VersionOf(current), changed, use));
}
