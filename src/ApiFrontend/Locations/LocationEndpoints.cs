using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Locations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Locations;

/// <summary><c>/locations</c>: the offices of lending partners that the user belongs to.</summary>
internal static class LocationEndpoints
{
    public static void MapLocations(this IEndpointRouteBuilder api)
    {
        var locations = api
            .MapGroup("/locations")
            .WithTags("Locations")
            .RequireAccess(ClientScope.LocationsRead, ActsFor.User)
            .WithExample(LocationExample.Value, ApiJson.Contract.Location);

        locations.MapRead("/", ListLocations)
            .WithName("ListLocations")
            .WithSummary("The locations that the user belongs to, by id.")
            .WithListQuery(LocationList.Definition);
        locations.MapRead("/{id}", GetLocation)
            .WithName("GetLocation")
            .AnswersFromMemory()
            .WithSummary("One location that the user belongs to.")
            .WithQuery();
    }

    private static Task<Results<Representation<ListPage<Location>>, ApiProblem>> ListLocations(
        ApiRequest request, IGrainFactory grains, ListReader lists) => lists.AnswerAsync(
        request.Http,
        LocationList.Definition,
        ApiJson.Contract.ListPageLocation,
        list => grains.GetGrain<ILocationQueryGrain>(0).ListAsync(new(request.User.Id, list)));

    private static async Task<Results<Representation<Location>, ApiProblem>> GetLocation(
        ApiRequest request, string id, IGrainFactory grains)
    {
        // Whether a location exists that the user does not belong to is not told, nor looked up.
        var reading = request.User.BelongsTo(id) ? await grains.GetGrain<ILocationGrain>(id).ReadAsync() : null;
        return reading?.Row is { } location
            ? new Representation<Location>(location, ApiJson.Contract.Location, reading.Age)
            : new ApiProblem(new Failure(ProblemCode.NotFound, "The user belongs to no location with this id."));
    }
}
