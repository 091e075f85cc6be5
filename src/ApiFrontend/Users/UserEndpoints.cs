using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Locations;
using LoApi.Users;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Users;

/// <summary><c>/users</c>: the people of the locations that the user belongs to.</summary>
internal static class UserEndpoints
{
    private static readonly QueryParameter LocationParameter = new(
        "location-id", "The location whose users are listed: one of the user's own.", LocationId.Pattern, Required: true);

    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api
            .MapGroup("/users")
            .WithTags("Users")
            .RequireAccess(ClientScope.UsersRead, ActsFor.User)
            .WithExample(UserExample.Value, ApiJson.Contract.User);

        users.MapRead("/", ListUsers)
            .WithName("ListUsers")
            .WithSummary("The users of a location, by id, each with the locations that the reader shares.")
            .WithListQuery(UserList.Definition, LocationParameter);
        users.MapRead("/{id}", GetUser)
            .WithName("GetUser")
            .AnswersFromMemory()
            .WithSummary("One user who shares a location with the reader.")
            .WithQuery();
    }

    private static async Task<Results<Representation<ListPage<User>>, ApiProblem>> ListUsers(
        ApiRequest request, IGrainFactory grains, ListReader lists)
    {
        var list = lists.Read(request.Http.Request, UserList.Definition, LocationParameter);
        if (list.Failed)
        {
            return new ApiProblem(list.Failure);
        }

        var locationId = request.Http.Request.Parameter(LocationParameter);
        if (!LocationId.IsWellFormed(locationId))
        {
            return new ApiProblem(QueryParameters.Invalid(
                LocationParameter,
                locationId is null ? ProblemCode.Required : ProblemCode.InvalidFormat,
                "The id of a location, once: one to seven digits."));
        }

        if (!request.User.BelongsTo(locationId))
        {
            return new ApiProblem(new Failure(ProblemCode.Forbidden, "The user belongs to no location with this id."));
        }

        var page = await grains.GetGrain<IUserQueryGrain>(0).ListAsync(new(request.User.Id, locationId!, list.Value.Request));
        var seen = page with { Items = [.. page.Items.Select(user => user.SeenBy(request.User))] };
        return new Representation<ListPage<User>>(lists.Write(request.Http, list.Value, seen), ApiJson.Contract.ListPageUser);
    }

    private static async Task<Results<Representation<User>, ApiProblem>> GetUser(
        ApiRequest request, string id, IGrainFactory grains)
    {
        var reading = UserId.IsWellFormed(id) ? await grains.GetGrain<IUserGrain>(id).ReadAsync() : null;
        return reading?.Row?.SeenBy(request.User) is { Locations.IsEmpty: false } seen
            ? new Representation<User>(seen, ApiJson.Contract.User, reading.Age)
            : new ApiProblem(new Failure(ProblemCode.NotFound, "No user with this id shares a location with the reader."));
    }
}
