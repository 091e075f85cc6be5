using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Representations;
using LoApi.ApiFrontend.Writes;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Resources;
using ChangeResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    LoApi.ApiFrontend.Representations.ChangedRepresentation<LoApi.Resources.Resource>, LoApi.ApiFrontend.Errors.ApiProblem>;

namespace LoApi.ApiFrontend.Resources;

/// <summary>PUT, PATCH and DELETE of <c>/resource/{id}</c>: from one version to the next, or to the end.</summary>
internal static class ResourceChangeEndpoints
{
    private const string Route = "/{id}";

    public static void MapResourceChanges(this IEndpointRouteBuilder resources)
    {
        resources.MapPut(Route, PutResource)
            .WithName("PutResource")
            .WithSummary("Replace a resource; what the server sets may be left out.")
            .RequireAccess(ClientScope.ResourceWrite)
            .DescribeReplacement<Resource>();
        resources.MapPatch(Route, PatchResource)
            .WithName("PatchResource")
            .WithSummary("Change members of a resource, and of its document, by JSON Merge Patch (RFC 7396): null takes a member away.")
            .RequireAccess(ClientScope.ResourceWrite)
            .DescribePatch<Resource>("""{ "document": { "columns": ["loan", "date", "amount"], "filter": null } }""");
        resources.MapDelete(Route, DeleteResource)
            .WithName("DeleteResource")
            .WithSummary("Delete a resource; the answer is the last that is seen of it.")
            .RequireAccess(ClientScope.ResourceWrite)
            .DescribeChange();
    }

    private static async Task<ChangeResult> PutResource(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) => await ChangeAsync(
        request, id, grains, repeats, await Edit<Resource>.ReadReplacementAsync(request.Http.Request, LoApiJson.Models.Resource, WithServerMembers));

    private static async Task<ChangeResult> PatchResource(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) => await ChangeAsync(
        request, id, grains, repeats, await Edit<Resource>.ReadPatchAsync(request.Http.Request, LoApiJson.Models.Resource));

    private static Task<ChangeResult> DeleteResource(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) =>
        ChangeAsync(request, id, grains, repeats, Edit<Resource>.Removal);

    private static async Task<ChangeResult> ChangeAsync(
        ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats, Outcome<Edit<Resource>> edit)
    {
        if (edit.Failed)
        {
            return new ApiProblem(edit.Failure);
        }

        return ResourceEndpoints.Find(grains, id) is { } resource
            ? ChangedRepresentation<Resource>.Of(await new ResourceTarget(resource, request).ApplyAsync(request, edit.Value, repeats))
            : new ApiProblem(ResourceEndpoints.NotFound);
    }

    private static Resource WithServerMembers(Resource draft, Resource current) => draft with
    {
        Id = draft.Id ?? current.Id,
        CreatedAt = draft.CreatedAt ?? current.CreatedAt,
        UpdatedAt = draft.UpdatedAt ?? current.UpdatedAt,
        Version = draft.Version ?? current.Version,
    };
}
