using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Grains.Calendar;
using LoApi.Payoffs;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace LoApi.Grains.Payoffs;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class PayoffRulesGrain(BusinessClock clock, LoanCheck loans, IOptions<PayoffOptions> options) : Grain, IPayoffRulesGrain
{
    public async Task<ImmutableArray<MemberError>> CheckAsync(Payoff draft, Caller caller) =>
        [.. PayoffRules.Check(draft, caller, clock.Today, options.Value), .. await loans.CheckAsync(draft, caller)];

    public Task<ImmutableArray<MemberError>> CheckChangeAsync(Payoff current, Payoff changed) =>
        Task.FromResult(PayoffChangeRules.Check(
            current, changed, clock.Today, clock.DateOf(current.CreatedAt!.Value), options.Value));

    public Task<ImmutableArray<DateOnly>> ListDatesAsync(LoanProgram program, DateOnly? from, int count)
    {
        var today = clock.Today;
        var earliest = PayoffRules.Earliest(program, noticeReceived: null, today, options.Value);
        var first = from > earliest ? from.Value : earliest;
        var last = today.AddYears(PayoffDays.MaxYearsAhead);
        return Task.FromResult<ImmutableArray<DateOnly>>(first > last
            ? []
            : [.. PayoffDays.From(first, program, options.Value.Section504ClosedDay, count).TakeWhile(day => day <= last)]);
    }
}
