using System.Collections.Immutable;
using LoApi.Caching;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Grains.Caching;
using LoApi.Grains.Calendar;
using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Writing;
using LoApi.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Payoffs;

/// <summary>One payoff. Its turns serialise what is written to its row; the row's keys guard it all the same.</summary>
internal sealed class PayoffGrain(
    PayoffRepository payoffs,
    RecordedAnswers answers,
    SpentTokens tokens,
    LoanCheck loans,
    IChangeWriter writer,
    BusinessClock clock,
    TimeProvider time,
    IOptions<PayoffOptions> options,
    IOptions<CacheOptions> cache,
    ILogger<PayoffGrain> logger) : Grain, IPayoffGrain
{
    private readonly Attempts _attempts = new();

    private CachedRow<Payoff> Row => field ??= new(
        this,
        time,
        cache.Value,
        logger,
        () => payoffs.FindAsync(this.GetPrimaryKey(), CancellationToken.None));

    public async Task<Payoff?> GetAsync() => await Row.GetAsync();

    public async Task<Reading<Payoff>> ReadAsync() => await Row.ReadAsync();

    // Not read before it is written: nearly always there is no row, and where there is one, its key tells.
    public async Task<Outcome<RecordedResponse>> CreateAsync(CreatePayoff request) => Row.Known is null
        ? await _attempts.RunAsync(request.Idempotency, () => CreateNewAsync(request))
        : await answers.ReplayAsync(request.Idempotency, request.Caller);

    public Task<Payoff?> GetCurrentAsync()
    {
        Row.Invalidate();
        return GetAsync();
    }

    public Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest request, Caller caller) => answers.FindAsync(request, caller);

    public Task<bool> IsRepeatedAsync(IdempotentRequest attempt) => Task.FromResult(_attempts.IsRepeated(attempt));

    public Task<Outcome<RecordedResponse>> ChangeAsync(ChangePayoff request) =>
        _attempts.RunAsync(request.Idempotency, () => ChangeCurrentAsync(request));

    public async Task<bool> ExpireAsync()
    {
        var current = await GetCurrentAsync();
        var expires = current is not null && PayoffTransitions.AwaitsMoney(current.Status!.Value) && current.PayoffDate < clock.Today;
        var expired = expires && await ExpireAsync(current!);
        DeactivateOnIdle(); // A sweep over many leaves no activations behind.
        return expired;
    }

    private async Task<Outcome<RecordedResponse>> ChangeCurrentAsync(ChangePayoff request)
    {
        if (await Row.GetAsync() is not { } current)
        {
            return new Failure(ProblemCode.NotFound, "There is no payoff with this id.");
        }

        var met = WriteResult.VersionConflict;
        if (current.Version == request.ExpectedVersion)
        {
            var change = PayoffChange.From(current, request, clock, time.GetUtcMicroseconds(), options.Value);
            if (change.Failed)
            {
                return change.Failure;
            }

            met = await Row.WriteAsync(writer, change.Value.Changes, change.Value.Row);
            if (met == WriteResult.Committed)
            {
                return change.Value.Response;
            }
        }

        // Somebody was first; where it was the same request, its answer is this one's too.
        if (await tokens.CheckAsync(request.Caller) is { } refused)
        {
            return refused;
        }

        var answer = request.Idempotency is { } use ? await answers.FindAsync(use, request.Caller) : null;
        return answer ?? (met == WriteResult.UniqueConflict && (await GetCurrentAsync())?.Version == request.ExpectedVersion
            ? SpentTokens.Refused // By the same change, made from an earlier version (If-Match: *), without a key to repeat it by.
            : new Failure(ProblemCode.PreconditionFailed, "The payoff was changed in the meantime: read it again."));
    }

    private async Task<bool> ExpireAsync(Payoff current)
    {
        var change = PayoffChange.Expire(current, clock.Now, time.GetUtcMicroseconds());
        return await Row.WriteAsync(writer, change.Changes, change.Row) == WriteResult.Committed;
    }

    private async Task<Outcome<RecordedResponse>> CreateNewAsync(CreatePayoff request)
    {
        ImmutableArray<MemberError> errors =
        [
            .. PayoffRules.Check(request.Draft, request.Caller, clock.Today, options.Value),
            .. await loans.CheckAsync(request.Draft, request.Caller),
        ];
        if (!errors.IsEmpty)
        {
            // A repeat of a request that broke no rule in its day.
            return await Row.GetAsync() is not null
                ? await answers.ReplayAsync(request.Idempotency, request.Caller)
                : new Failure(ProblemCode.ValidationFailed, "The payoff breaks rules.", errors);
        }

        return await WriteNewAsync(request, NewPayoff.From(request, this.GetPrimaryKey(), clock.Now, time.GetUtcMicroseconds()), again: true);
    }

    private async Task<Outcome<RecordedResponse>> WriteNewAsync(CreatePayoff request, NewPayoff payoff, bool again)
    {
        if (await Row.WriteAsync(writer, payoff.Changes, payoff.Row) == WriteResult.Committed)
        {
            // Its caller has all of it. Whoever asks for it later has it read: kept until then, it would be one of very many.
            DeactivateOnIdle();
            return payoff.Response;
        }

        return await ExplainConflictAsync(request, payoff, again);
    }

    /// <summary>Another activation or process was first, with the same key, the same loan or the same token.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="payoff">What was refused.</param>
    /// <param name="again">Whether it is written once more where nothing of that stands in its way any longer.</param>
    private async Task<Outcome<RecordedResponse>> ExplainConflictAsync(CreatePayoff request, NewPayoff payoff, bool again)
    {
        Row.Invalidate();
        if (await Row.GetAsync() is not null)
        {
            return await answers.ReplayAsync(request.Idempotency, request.Caller);
        }

        if (await tokens.CheckAsync(request.Caller) is { } refused)
        {
            return refused;
        }

        if (await answers.FindAsync(request.Idempotency, request.Caller) is { } spent)
        {
            return spent; // On another resource: this one is not there.
        }

        var other = await payoffs.FindOpenAsync(request.Draft.SbaLoanNumber!, CancellationToken.None);
        if (other is null && again)
        {
            return await WriteNewAsync(request, payoff, again: false); // The other was closed a moment ago.
        }

        return PayoffOpen(other, await MaySeeAsync(request.Caller.UserId, other));
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
