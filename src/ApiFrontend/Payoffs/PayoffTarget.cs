using System.Collections.Immutable;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Writes;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>One payoff of the user's locations that is to be changed, on behalf of its own location.</summary>
/// <param name="grains">Where payoffs live.</param>
/// <param name="request">Who changes it.</param>
/// <param name="id">Its id as it stands in the path.</param>
internal sealed class PayoffTarget(IGrainFactory grains, ApiRequest request, string id) : IChangeTarget<Payoff>
{
    private readonly Guid? _id = Guid.TryParseExact(id, "D", out var key) ? key : null;

    public string Route => $"{PayoffEndpoints.Route}/{_id:D}";

    public bool VanishesWhenDeleted => false;

    private IPayoffGrain Grain => grains.GetGrain<IPayoffGrain>(_id!.Value);

    public long VersionOf(Payoff current) => current.Version!.Value;

    public async Task<Outcome<Payoff>> FindAsync()
    {
        if (_id is null || await Grain.GetAsync() is not { } current || !request.User.BelongsTo(current.LocationId))
        {
            return PayoffEndpoints.NotFound;
        }

        return string.Equals(current.LocationId, request.Caller.LocationId, StringComparison.Ordinal)
            ? current
            : new Failure(ProblemCode.Forbidden, "The request acts for another location than the payoff's.");
    }

    public Task<Payoff?> GetCurrentAsync() => Grain.GetCurrentAsync();

    public Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest use) => Grain.FindAnswerAsync(use, request.Caller);

    public async Task<bool> IsRepeatedAsync(IdempotentRequest attempt) => _id is not null && await Grain.IsRepeatedAsync(attempt);

    public ValueTask<ImmutableArray<MemberError>> CheckAsync(Payoff current, Payoff changed) =>
        new(grains.GetGrain<IPayoffRulesGrain>(0).CheckChangeAsync(current, changed));

    public Task<Outcome<RecordedResponse>> ChangeAsync(Payoff current, Payoff? changed, IdempotentRequest? use) => Grain.ChangeAsync(
        new(request.Caller, VersionOf(current), changed ?? throw new ArgumentNullException(nameof(changed), "A payoff is never removed."), use));
}
