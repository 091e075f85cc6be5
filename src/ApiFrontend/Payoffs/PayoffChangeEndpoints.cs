using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Representations;
using LoApi.ApiFrontend.Writes;
using LoApi.Clients;
using LoApi.Errors;
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
            .RequireAccess(ClientScope.PayoffsWrite, ActsFor.User | ActsFor.Location)
            .DescribeReplacement<Payoff>();
        payoffs.MapPatch(Route, PatchPayoff)
            .WithName("PatchPayoff")
            .WithSummary("Change members of a payoff by JSON Merge Patch (RFC 7396): null takes a member away.")
            .RequireAccess(ClientScope.PayoffsWrite, ActsFor.User | ActsFor.Location)
            .DescribePatch<Payoff>("""{ "reason": "sale", "escrow": { "company": "First Escrow" } }""");
        payoffs.MapDelete(Route, DeletePayoff)
            .WithName("DeletePayoff")
            .WithSummary("Cancel a payoff, which stays readable.")
            .RequireAccess(ClientScope.PayoffsWrite, ActsFor.User | ActsFor.Location)
            .DescribeChange();
    }

    private static async Task<ChangeResult> PutPayoff(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) => await ChangeAsync(
        request, id, grains, repeats, await Edit<Payoff>.ReadReplacementAsync(request.Http.Request, LoApiJson.Models.Payoff, WithServerMembers));

    private static async Task<ChangeResult> PatchPayoff(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) => await ChangeAsync(
        request, id, grains, repeats, await Edit<Payoff>.ReadPatchAsync(request.Http.Request, LoApiJson.Models.Payoff));

    private static Task<ChangeResult> DeletePayoff(ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats) => ChangeAsync(
        request, id, grains, repeats, Edit<Payoff>.Closing(current => current with { Status = PayoffStatus.Cancelled }));

    private static async Task<ChangeResult> ChangeAsync(
        ApiRequest request, string id, IGrainFactory grains, RepeatedWrites repeats, Outcome<Edit<Payoff>> edit) =>
        edit.Failed
            ? new ApiProblem(edit.Failure)
            : ChangedRepresentation<Payoff>.Of(await new PayoffTarget(grains, request, id).ApplyAsync(request, edit.Value, repeats));

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
