using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Payoffs;

namespace LoApi.Grains.Payoffs;

/// <summary>The status machine of payoffs, as far as callers drive it; <see cref="PayoffStatus.Expired"/> is set by the sweep alone.</summary>
internal static class PayoffTransitions
{
    /// <summary>Where a caller may take a payoff from a status, other than leaving it there.</summary>
    public static ImmutableArray<PayoffStatus> From(PayoffStatus status) => status switch
    {
        PayoffStatus.Received => [PayoffStatus.Scheduled, PayoffStatus.Cancelled, PayoffStatus.Rejected],
        PayoffStatus.Scheduled => [PayoffStatus.Quoted, PayoffStatus.Cancelled, PayoffStatus.Rejected],
        PayoffStatus.Quoted => [PayoffStatus.Funded, PayoffStatus.Cancelled, PayoffStatus.Rejected],
        PayoffStatus.Funded => [PayoffStatus.Completed],
        _ => [],
    };

    /// <summary>Whether the money is still to come: such a payoff can be given other terms, be called off, and expires.</summary>
    public static bool AwaitsMoney(PayoffStatus status) =>
        status is PayoffStatus.Received or PayoffStatus.Scheduled or PayoffStatus.Quoted;

    /// <summary>What is wrong with a change of status, naming those that are allowed; null where nothing is.</summary>
    public static MemberError? Check(PayoffStatus from, PayoffStatus to)
    {
        var allowed = From(from);
        return from == to || allowed.Contains(to)
            ? null
            : new("/status", ProblemCode.InvalidTransition, allowed.IsEmpty
                ? $"A {Code<PayoffStatus>.Of(from)} payoff stays so."
                : $"A {Code<PayoffStatus>.Of(from)} payoff can become: {string.Join(", ", allowed.Select(Code<PayoffStatus>.Of))}.");
    }
}
