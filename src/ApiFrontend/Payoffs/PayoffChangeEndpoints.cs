using System.Text.Json;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Json;
using LoApi.Payoffs;
using ChangeResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    LoApi.ApiFrontend.Representations.ChangedRepresentation<LoApi.Payoffs.Payoff>, LoApi.ApiFrontend.Errors.ApiProblem>;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>PUT, PATCH and DELETE of <c>/payoffs/{id}</c>: from one version to the next.</summary>
internal static class PayoffChangeEndpoints
{
    private const string Route = "/{id}";

    public static void MapPayoffChanges(this IEndpointRouteBuilder payoffs)
    {
        payoffs.MapPut(Route, PutPayoff)
            .WithName("PutPayoff")
            .WithSummary("Replace a payoff; what the server sets may be left out.")
            .Accepts<Payoff>(CacheControl.Json)
            .DescribeChange()
            .DescribeBody();
        payoffs.MapPatch(Route, PatchPayoff)
            .WithName("PatchPayoff")
            .WithSummary("Change members of a payoff by JSON Merge Patch (RFC 7396): null takes a member away.")
            .Accepts<Payoff>(AcceptPatch.MergePatch, CacheControl.Json)
            .AnnouncePatch()
            .DescribeChange()
            .DescribeBody();
        payoffs.MapDelete(Route, DeletePayoff)
            .WithName("DeletePayoff")
            .WithSummary("Cancel a payoff, which stays readable.")
            .DescribeChange();
    }

    private static RouteHandlerBuilder DescribeChange(this RouteHandlerBuilder endpoint) => endpoint
        .RequireAccess("payoffs:write", ActsFor.User | ActsFor.Location)
        .Produces<ProblemDocument>(StatusCodes.Status409Conflict, ApiProblem.MediaType)
        .Produces<ProblemDocument>(StatusCodes.Status412PreconditionFailed, ApiProblem.MediaType)
        .Produces<ProblemDocument>(StatusCodes.Status422UnprocessableEntity, ApiProblem.MediaType)
        .Produces<ProblemDocument>(StatusCodes.Status428PreconditionRequired, ApiProblem.MediaType)
        .WithQuery();

    private static RouteHandlerBuilder DescribeBody(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<ProblemDocument>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
        .Produces<ProblemDocument>(StatusCodes.Status415UnsupportedMediaType, ApiProblem.MediaType);

    private static async Task<ChangeResult> PutPayoff(ApiRequest request, string id, PayoffChanges changes)
    {
        var body = await JsonBody.ReadAsync(request.Http.Request, LoApiJson.Models.Payoff);
        if (body.Failed)
        {
            return new ApiProblem(body.Failure);
        }

        var (draft, errors) = body.Value;
        var canonical = errors.IsEmpty ? JsonSerializer.SerializeToUtf8Bytes(draft, LoApiJson.Sparse.Payoff) : null;
        return await ChangeAsync(request, id, changes, new(canonical, current => new(WithServerMembers(draft, current), errors)));
    }

    private static async Task<ChangeResult> PatchPayoff(ApiRequest request, string id, PayoffChanges changes)
    {
        var patch = await MergePatch<Payoff>.ReadAsync(request.Http.Request, LoApiJson.Models.Payoff);
        return patch.Failed
            ? new ApiProblem(patch.Failure)
            : await ChangeAsync(request, id, changes, new(patch.Value.IsSound ? patch.Value.Canonical() : null, patch.Value.ApplyTo));
    }

    private static Task<ChangeResult> DeletePayoff(ApiRequest request, string id, PayoffChanges changes) =>
        ChangeAsync(request, id, changes, new([], current => new(current with { Status = PayoffStatus.Cancelled }, Errors: [])));

    private static async Task<ChangeResult> ChangeAsync(ApiRequest request, string id, PayoffChanges changes, PayoffEdit edit)
    {
        var changed = await changes.ApplyAsync(request, id, edit);
        return changed.Failed ? new ApiProblem(changed.Failure) : new ChangedRepresentation<Payoff>(changed.Value);
    }

    private static Payoff WithServerMembers(Payoff draft, Payoff current) => draft with
    {
        Id = draft.Id ?? current.Id,
        RequestedBy = draft.RequestedBy ?? current.RequestedBy,
        Status = draft.Status ?? current.Status,
        CreatedAt = draft.CreatedAt ?? current.CreatedAt,
        UpdatedAt = draft.UpdatedAt ?? current.UpdatedAt,
        Version = draft.Version ?? current.Version,
    };
}
