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

    /// <summary>
    /// The user's row with each of its roles, a row each. By <c>Include</c> EF Core puts the join of locations and roles into a
    /// subquery, which SQLite reads whole for every user.
    /// </summary>
    public static readonly Func<LendingContext, string, IAsyncEnumerable<UserRow>> User = EF.CompileAsyncQuery(
        (LendingContext context, string id) =>
            from user in context.Users
            where user.UserId == id
            join membership in context.Memberships on user.UserId equals membership.UserId into memberships
            from membership in memberships.DefaultIfEmpty()
            join role in context.Roles on new { membership.UserId, membership.LocationId } equals new { role.UserId, role.LocationId } into roles
            from role in roles.DefaultIfEmpty()
            select new UserRow(user, membership.LocationId, role.RoleName));

    public static readonly Func<LendingContext, string, Task<PayoffRow?>> Payoff = EF.CompileAsyncQuery(
        (LendingContext context, string id) => context.Payoffs.SingleOrDefault(payoff => payoff.Id == id));

    public static readonly Func<LendingContext, string, string, Task<IdempotencyRecord?>> Recorded = EF.CompileAsyncQuery(
        (LendingContext context, string client, string key) => context.IdempotencyRecords
            .SingleOrDefault(record => record.ClientId == client && record.IdempotencyKey == key));
}
