using Microsoft.EntityFrameworkCore;

namespace LoApi.PlainAspNet.Storage;

/// <summary>What is asked for with every request, compiled once.</summary>
internal static class Queries
{
    public static readonly Func<LendingContext, string, Task<Reader?>> Reader = EF.CompileAsyncQuery(
        (LendingContext context, string id) => context.Users
            .Where(user => user.UserId == id && user.Active == 1)
            .Select(user => new Reader(user.UserId, user.Memberships.Select(membership => membership.LocationId).ToList()))
            .SingleOrDefault());

    public static readonly Func<LendingContext, string, Task<Person?>> User = EF.CompileAsyncQuery(
        (LendingContext context, string id) => context.Users
            .Include(user => user.Memberships)
            .ThenInclude(membership => membership.Roles)
            .SingleOrDefault(user => user.UserId == id));

    public static readonly Func<LendingContext, string, Task<PayoffRow?>> Payoff = EF.CompileAsyncQuery(
        (LendingContext context, string id) => context.Payoffs.SingleOrDefault(payoff => payoff.Id == id));

    public static readonly Func<LendingContext, string, string, Task<IdempotencyRecord?>> Recorded = EF.CompileAsyncQuery(
        (LendingContext context, string client, string key) => context.IdempotencyRecords
            .SingleOrDefault(record => record.ClientId == client && record.IdempotencyKey == key));
}
