using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.ApiFrontend.Writes;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Resources;

/// <summary>
/// <c>/resource</c>: named JSON documents that a client keeps for itself. This is the example that a new resource is
/// copied from; <c>docs/adding-a-resource.md</c> goes through it file by file.
/// </summary>
internal static class ResourceEndpoints
{
    /// <summary>The canonical route.</summary>
    public const string Route = "/api/v1/resource";

    /// <summary>What is told of a resource that is not there, or is another client's.</summary>
    public static readonly Failure NotFound = new(ProblemCode.NotFound, "The client has no resource with this id.");

    public static void MapResource(this IEndpointRouteBuilder api)
    {
        var resources = api
            .MapGroup("/resource")
            .WithTags("Resource")
            .RequireAccess(ClientScope.ResourceRead)
            .WithExample(ResourceExample.Value, ApiJson.Contract.Resource);

        resources.MapRead("/", ListResources)
            .WithName("ListResources")
            .WithSummary("The client's resources, newest first.")
            .WithListQuery(ResourceList.Definition);
        resources.MapRead("/{id}", GetResource)
            .WithName("GetResource")
            .AnswersFromMemory()
            .WithSummary("One resource of the client.")
            .AnnouncePatch()
            .WithQuery();
        resources.MapPost("/", CreateResource)
            .WithName("CreateResource")
            .WithSummary("Keep a document.")
            .RequireAccess(ClientScope.ResourceWrite)
            .DescribeCreation<Resource>();
        resources.MapResourceChanges();
    }

    /// <summary>The resource of a path's id; null where that is no UUID.</summary>
    public static IResourceGrain? Find(IGrainFactory grains, string id) =>
        Guid.TryParseExact(id, "D", out var key) ? grains.GetGrain<IResourceGrain>(key) : null;

    private static Task<Results<Representation<ListPage<Resource>>, ApiProblem>> ListResources(
        ApiRequest request, IGrainFactory grains, ListReader lists) => lists.AnswerAsync(
        request.Http,
        ResourceList.Definition,
        ApiJson.Contract.ListPageResource,
        list => grains.GetGrain<IResourceQueryGrain>(0).ListAsync(new(request.Caller.ClientId, list)));

    private static async Task<Results<Representation<Resource>, ApiProblem>> GetResource(
        ApiRequest request, string id, IGrainFactory grains)
    {
        var reading = Find(grains, id) is { } grain ? await grain.ReadAsync(request.Caller.ClientId) : null;
        return reading?.Row is { } resource
            ? new Representation<Resource>(resource, LoApiJson.Models.Resource, reading.Age, resource.Version!.Value)
            : new ApiProblem(NotFound);
    }

    private static async Task<Results<RecordedRepresentation<Resource>, ApiProblem>> CreateResource(
        ApiRequest request, IGrainFactory grains, RepeatedWrites repeats, IOptions<HttpServerOptions> http)
    {
        var creation = await Creation<Resource>.ReadAsync(
            request, Route, LoApiJson.Models.Resource, draft => new(ResourceRules.CheckNew(draft)));
        if (creation.Failed)
        {
            return new ApiProblem(creation.Failure);
        }

        var (draft, use) = creation.Value;
        var resource = grains.GetGrain<IResourceGrain>(DerivedId.From(Resource.TypeName, use.ClientId, use.Key));
        var created = await repeats.SettleAsync(resource.CreateAsync(new(request.Caller, use, draft)), () => resource.IsRepeatedAsync(use));
        return created.Failed
            ? new ApiProblem(created.Failure)
            : new RecordedRepresentation<Resource>(created.Value, http.Value.Link($"{Route}/{created.Value.ResourceId}"));
    }
}
