using System.Collections.Immutable;
using LoApi.ApiFrontend.Writes;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Resources;

namespace LoApi.ApiFrontend.Resources;

/// <summary>One resource of the caller's client that is to be changed or deleted.</summary>
/// <param name="grain">The resource.</param>
/// <param name="caller">Who changes it.</param>
internal sealed class ResourceTarget(IResourceGrain grain, Caller caller) : IChangeTarget<Resource>
{
    public string Route => $"{ResourceEndpoints.Route}/{grain.GetPrimaryKey():D}";

    public bool VanishesWhenDeleted => true;

    public long VersionOf(Resource current) => current.Version!.Value;

    public async Task<Outcome<Resource>> FindAsync() =>
        await grain.GetAsync(caller.ClientId) is { } resource ? resource : ResourceEndpoints.NotFound;

    public Task<Resource?> GetCurrentAsync() => grain.GetCurrentAsync(caller.ClientId);

    public Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest use) => grain.FindAnswerAsync(use);

    public ValueTask<ImmutableArray<MemberError>> CheckAsync(Resource current, Resource changed) =>
        new(ResourceRules.CheckChange(current, changed));

    public Task<Outcome<RecordedResponse>> ChangeAsync(Resource current, Resource? changed, IdempotentRequest? use) =>
        grain.ChangeAsync(new(caller, VersionOf(current), changed, use));
}
