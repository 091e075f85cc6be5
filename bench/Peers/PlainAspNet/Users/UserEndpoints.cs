using System.Security.Claims;
using LoApi.PlainAspNet.Authentication;
using LoApi.PlainAspNet.Errors;
using LoApi.PlainAspNet.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LoApi.PlainAspNet.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").RequireAuthorization("users:read");
        users.MapGet("/", ListUsers);
        users.MapGet("/{id}", GetUser);
    }

    private static async Task<IResult> GetUser(string id, ClaimsPrincipal caller, LendingContext context)
    {
        if (await Queries.Reader(context, caller.UserId() ?? "") is not { } reader)
        {
            return Problem.Forbidden;
        }

        return await UserRow.PersonOfAsync(Queries.User(context, id)) is { } user && UserModel.SeenBy(reader, user) is { Locations.Count: > 0 } seen
            ? TypedResults.Ok(seen)
            : Problem.NotFound;
    }

    private static async Task<IResult> ListUsers(
        ClaimsPrincipal caller,
        LendingContext context,
        [FromQuery(Name = "location-id")] string locationId,
        string? cursor,
        bool? active,
        int limit = 50)
    {
        if (limit is < 1 or > 500)
        {
            return TypedResults.BadRequest();
        }

        if (await Queries.Reader(context, caller.UserId() ?? "") is not { } reader || !reader.Locations.Contains(locationId))
        {
            return Problem.Forbidden;
        }

        // By the location's index, which a condition on users' memberships would not be.
        var query =
            from membership in context.Memberships
            where membership.LocationId == locationId
            join user in context.Users on membership.UserId equals user.UserId
            select user;
        if (active is { } wanted)
        {
            var flag = (short)(wanted ? 1 : 0);
            query = query.Where(user => user.Active == flag);
        }

        if (Cursor.Read(cursor) is { } after)
        {
            query = query.Where(user => user.UserId.CompareTo(after) > 0);
        }

        var rows = await query
            .OrderBy(user => user.UserId)
            .Take(limit + 1)
            .Include(user => user.Memberships)
            .ThenInclude(membership => membership.Roles)
            .AsSplitQuery() // One by one, each by a key: as one statement, SQLite would read all locations and roles of everybody.
            .ToListAsync();
        return TypedResults.Ok(Page<UserModel>.Of([.. rows.Select(user => UserModel.SeenBy(reader, user))], limit, user => user.Id));
    }
}
