using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>
/// Takes a payoff from the version that a caller knows to the next. A repeat is recognised before its precondition is
/// looked at, which the first attempt has outdated; see decision 0011.
/// </summary>
internal sealed class PayoffChanges(IGrainFactory grains)
{
    /// <summary>How often a change that may start from any version (<c>If-Match: *</c>) is made anew when another was first.</summary>
    private const int MaxAttempts = 16;

    public async Task<Outcome<RecordedResponse>> ApplyAsync(ApiRequest request, string id, PayoffEdit edit)
    {
        var ifMatch = IfMatch.Read(request.Http.Request);
        if (ifMatch.Failed)
        {
            return ifMatch.Failure;
        }

        var key = IdempotencyKey.ReadOptional(request.Http.Request);
        if (key is { Failed: true })
        {
            return key.Failure;
        }

        if (!Guid.TryParseExact(id, "D", out var payoffId)
            || await grains.GetGrain<IPayoffGrain>(payoffId).GetAsync() is not { } current
            || !request.User.BelongsTo(current.LocationId))
        {
            return new Failure(ProblemCode.NotFound, "The user's locations have no payoff with this id.");
        }

        if (!string.Equals(current.LocationId, request.Caller.LocationId, StringComparison.Ordinal))
        {
            return new Failure(ProblemCode.Forbidden, "The request acts for another location than the payoff's.");
        }

        var payoff = grains.GetGrain<IPayoffGrain>(payoffId);
        var use = key?.Value is { } sent && edit.CanonicalBody is { } body ? Use(request, payoffId, sent, body) : null;
        return use is not null && await payoff.FindAnswerAsync(use) is { } answer
            ? answer
            : await ApplyAsync(request, payoff, current, ifMatch.Value, edit, use);
    }

    private async Task<Outcome<RecordedResponse>> ApplyAsync(
        ApiRequest request, IPayoffGrain payoff, Payoff current, IfMatch ifMatch, PayoffEdit edit, IdempotentRequest? use)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // Before a caller is told that its version is not the present one, the database is asked which one is.
            if (!ifMatch.Names(current.Version!.Value))
            {
                current = await payoff.GetCurrentAsync() ?? current;
                if (!ifMatch.Names(current.Version!.Value))
                {
                    return IfMatch.Failed(current.Version.Value);
                }
            }

            var parsed = edit.Apply(current);
            if (!parsed.Errors.IsEmpty)
            {
                return parsed.ToFailure(await grains.GetGrain<IPayoffRulesGrain>(0).CheckChangeAsync(current, parsed.Draft));
            }

            var changed = await payoff.ChangeAsync(new(request.Caller, current.Version.Value, parsed.Draft, use));
            if (!ifMatch.IsAny || changed.Failure?.Code != ProblemCode.PreconditionFailed)
            {
                return changed;
            }

            current = await payoff.GetCurrentAsync() ?? current;
        }

        return new Failure(ProblemCode.Overloaded, "The payoff is changed by others all the time; nothing was done.");
    }

    private static IdempotentRequest Use(ApiRequest request, Guid id, string key, byte[] canonicalBody) => new(
        request.Caller.ClientId,
        key,
        IdempotencyKey.Fingerprint(request.Http.Request.Method, $"/api/v1/payoffs/{id:D}", request.Caller, canonicalBody));
}
