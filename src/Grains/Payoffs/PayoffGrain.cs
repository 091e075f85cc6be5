using LoApi.Errors;
using LoApi.Grains.Caching;
using LoApi.Grains.Calendar;
using LoApi.Idempotency;
using LoApi.Payoffs;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Writing;
using LoApi.Users;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Payoffs;

/// <summary>One payoff. Its turns serialise what is written to its row; the row's keys guard it all the same.</summary>
internal sealed class PayoffGrain(
    PayoffRepository payoffs,
    IdempotencyRepository idempotency,
    IChangeWriter writer,
    BusinessClock clock,
    TimeProvider time,
    IOptions<PayoffOptions> options,
    IOptions<CacheOptions> cache) : Grain, IPayoffGrain
{
    private CachedRow<Payoff> Row => field ??= new(
        time,
        cache.Value.MaxAge,
        () => payoffs.FindAsync(this.GetPrimaryKey(), CancellationToken.None));

    public async Task<Payoff?> GetAsync()
    {
        var row = await Row.GetAsync();
        if (row is null)
        {
            DeactivateOnIdle(); // A guessed id leaves no activation behind.
        }

        return row;
    }

    public async Task<Outcome<RecordedResponse>> CreateAsync(CreatePayoff request)
    {
        if (await Row.GetAsync() is not null)
        {
            return await ReplayAsync(request);
        }

        var outcome = await CreateNewAsync(request);
        if (outcome.Failed)
        {
            DeactivateOnIdle();
        }

        return outcome;
    }

    private async Task<Outcome<RecordedResponse>> CreateNewAsync(CreatePayoff request)
    {
        var errors = PayoffRules.Check(request.Draft, request.Caller, clock.Today, options.Value);
        if (!errors.IsEmpty)
        {
            return new Failure(ProblemCode.ValidationFailed, "The payoff breaks rules.", errors);
        }

        var payoff = NewPayoff.From(request, this.GetPrimaryKey(), clock.Now);
        if (await writer.WriteAsync(payoff.Changes) == WriteResult.Committed)
        {
            Row.Set(payoff.Row);
            return payoff.Response;
        }

        return await ExplainConflictAsync(request);
    }

    /// <summary>Another activation or process was first, with the same key or with the same loan.</summary>
    private async Task<Outcome<RecordedResponse>> ExplainConflictAsync(CreatePayoff request)
    {
        Row.Invalidate();
        if (await Row.GetAsync() is not null)
        {
            return await ReplayAsync(request);
        }

        var other = await payoffs.FindOpenAsync(request.Draft.SbaLoanNumber!, CancellationToken.None);
        return PayoffOpen(other, await MaySeeAsync(request.Caller.UserId, other));
    }

    private async Task<Outcome<RecordedResponse>> ReplayAsync(CreatePayoff request)
    {
        var record = await idempotency.FindAsync(request.Caller.ClientId, request.IdempotencyKey, CancellationToken.None);
        return record is not null && string.Equals(record.Fingerprint, request.Fingerprint, StringComparison.Ordinal)
            ? new RecordedResponse(record.ResourceId, record.Status, record.ETag, record.Body, Replayed: true)
            : new Failure(ProblemCode.IdempotencyKeyReused, "The Idempotency-Key was used for another request, or longer ago than it is kept.");
    }

    private async Task<bool> MaySeeAsync(string? userId, Payoff? payoff) =>
        payoff is not null
        && userId is not null
        && await GrainFactory.GetGrain<IUserGrain>(userId).GetAsync() is { } user
        && user.BelongsTo(payoff.LocationId);

    private static Failure PayoffOpen(Payoff? other, bool visible) =>
        new(ProblemCode.PayoffOpen, "The loan has an open payoff already.", visible
            ? [new("/sba_loan_number", ProblemCode.PayoffOpen, $"Payoff {other!.Id} is open.")]
            : []);
}
