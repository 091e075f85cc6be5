using System.Text.Json;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Payoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary><c>/payoffs</c>: requests to pay SBA loans off before their term ends.</summary>
internal static class PayoffEndpoints
{
    private const string Route = "/api/v1/payoffs";
    public static void MapPayoffs(this IEndpointRouteBuilder api)
    {
        var payoffs = api.MapGroup("/payoffs").WithTags("Payoffs").RequireAccess("payoffs:read", ActsFor.User);

        payoffs.MapRead("/", ListPayoffs)
            .WithName("ListPayoffs")
            .WithSummary("The payoffs of the user's locations, newest first.")
            .WithListQuery(PayoffList.Definition);
        payoffs.MapRead("/{id}", GetPayoff)
            .WithName("GetPayoff")
            .WithSummary("One payoff of the user's locations.")
            .AnnouncePatch()
            .WithQuery();
        payoffs.MapPost("/", CreatePayoff)
            .WithName("CreatePayoff")
            .WithSummary("Ask for a loan to be paid off.")
            .Accepts<Payoff>(CacheControl.Json)
            .Produces<ProblemDocument>(StatusCodes.Status409Conflict, ApiProblem.MediaType)
            .Produces<ProblemDocument>(StatusCodes.Status413PayloadTooLarge, ApiProblem.MediaType)
            .Produces<ProblemDocument>(StatusCodes.Status415UnsupportedMediaType, ApiProblem.MediaType)
            .Produces<ProblemDocument>(StatusCodes.Status422UnprocessableEntity, ApiProblem.MediaType)
            .RequireAccess("payoffs:write", ActsFor.User | ActsFor.Location)
            .WithQuery();
        payoffs.MapPayoffChanges();
    }

    private static async Task<Results<Representation<ListPage<Payoff>>, ApiProblem>> ListPayoffs(
        ApiRequest request, IGrainFactory grains, ListReader lists)
    {
        var list = lists.Read(request.Http.Request, PayoffList.Definition);
        if (list.Failed)
        {
            return new ApiProblem(list.Failure);
        }

        var page = await grains.GetGrain<IPayoffQueryGrain>(0).ListAsync(new(request.User.Id, list.Value.Request));
        return new Representation<ListPage<Payoff>>(lists.Write(request.Http, list.Value, page), ApiJson.Contract.ListPagePayoff);
    }

    private static async Task<Results<Representation<Payoff>, ApiProblem>> GetPayoff(
        ApiRequest request, string id, IGrainFactory grains)
    {
        var payoff = Guid.TryParseExact(id, "D", out var key) ? await grains.GetGrain<IPayoffGrain>(key).GetAsync() : null;
        return payoff is not null && request.User.BelongsTo(payoff.LocationId)
            ? new Representation<Payoff>(payoff, LoApiJson.Models.Payoff, payoff.Version!.Value)
            : new ApiProblem(new Failure(ProblemCode.NotFound, "The user's locations have no payoff with this id."));
    }

    private static async Task<Results<RecordedRepresentation<Payoff>, ApiProblem>> CreatePayoff(
        ApiRequest request, IGrainFactory grains, IOptions<HttpServerOptions> http)
    {
        var key = IdempotencyKey.Read(request.Http.Request);
        if (key.Failed)
        {
            return new ApiProblem(key.Failure);
        }

        var body = await JsonBody.ReadAsync(request.Http.Request, LoApiJson.Models.Payoff);
        if (body.Failed)
        {
            return new ApiProblem(body.Failure);
        }

        var draft = body.Value.Draft;
        if (!body.Value.Errors.IsEmpty)
        {
            var broken = await grains.GetGrain<IPayoffRulesGrain>(0).CheckAsync(draft, request.Caller);
            return new ApiProblem(body.Value.ToFailure(broken));
        }

        var fingerprint = IdempotencyKey.Fingerprint(
            HttpMethods.Post, Route, request.Caller, Canonical(draft));
        var payoff = grains.GetGrain<IPayoffGrain>(PayoffId.From(request.Caller.ClientId, key.Value));
        var created = await payoff.CreateAsync(new(request.Caller, key.Value, fingerprint, draft));
        return created.Failed
            ? new ApiProblem(created.Failure)
            : new RecordedRepresentation<Payoff>(created.Value, http.Value.Link($"{Route}/{created.Value.ResourceId}"));
    }

    /// <summary>The draft in one spelling: what means the same is the same, as a member left out and one that is null.</summary>
    private static byte[] Canonical(Payoff draft) =>
        JsonSerializer.SerializeToUtf8Bytes(draft with { Status = null, RequestedBy = null }, LoApiJson.Sparse.Payoff);
}
