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
using LoApi.Payoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary><c>/payoffs</c>: requests to pay SBA loans off before their term ends.</summary>
internal static class PayoffEndpoints
{
    /// <summary>The canonical route.</summary>
    public const string Route = "/api/v1/payoffs";

    /// <summary>What is told of a payoff that is not there, or at others' locations.</summary>
    public static readonly Failure NotFound = new(ProblemCode.NotFound, "The user's locations have no payoff with this id.");

    public static void MapPayoffs(this IEndpointRouteBuilder api)
    {
        var payoffs = api
            .MapGroup("/payoffs")
            .WithTags("Payoffs")
            .RequireAccess(ClientScope.PayoffsRead, ActsFor.User)
            .WithExample(PayoffExample.Value, ApiJson.Contract.Payoff);

        payoffs.MapRead("/", ListPayoffs)
            .WithName("ListPayoffs")
            .WithSummary("The payoffs of the user's locations, newest first.")
            .WithListQuery(PayoffList.Definition);
        payoffs.MapRead("/{id}", GetPayoff)
            .WithName("GetPayoff")
            .AnswersFromMemory()
            .WithSummary("One payoff of the user's locations.")
            .AnnouncePatch()
            .WithQuery();
        payoffs.MapPost("/", CreatePayoff)
            .WithName("CreatePayoff")
            .WithSummary("Ask for a loan to be paid off.")
            .RequireAccess(ClientScope.PayoffsWrite, ActsFor.User | ActsFor.Location)
            .DescribeCreation<Payoff>();
        payoffs.MapPayoffChanges();
    }

    private static Task<Results<Representation<ListPage<Payoff>>, ApiProblem>> ListPayoffs(
        ApiRequest request, IGrainFactory grains, ListReader lists) => lists.AnswerAsync(
        request.Http,
        PayoffList.Definition,
        ApiJson.Contract.ListPagePayoff,
        list => grains.GetGrain<IPayoffQueryGrain>(0).ListAsync(new(request.User.Id, list)));

    private static async Task<Results<Representation<Payoff>, ApiProblem>> GetPayoff(
        ApiRequest request, string id, IGrainFactory grains)
    {
        var reading = Guid.TryParseExact(id, "D", out var key) ? await grains.GetGrain<IPayoffGrain>(key).ReadAsync() : null;
        return reading?.Row is { } payoff && request.User.BelongsTo(payoff.LocationId)
            ? new Representation<Payoff>(payoff, LoApiJson.Models.Payoff, reading.Age, payoff.Version!.Value)
            : new ApiProblem(NotFound);
    }

    private static async Task<Results<RecordedRepresentation<Payoff>, ApiProblem>> CreatePayoff(
        ApiRequest request, IGrainFactory grains, RepeatedWrites repeats, IOptions<HttpServerOptions> http)
    {
        var creation = await Creation<Payoff>.ReadAsync(
            request,
            Route,
            LoApiJson.Models.Payoff,
            draft => new(grains.GetGrain<IPayoffRulesGrain>(0).CheckAsync(draft, request.Caller)),
            draft => draft with { Status = null, RequestedBy = null });
        if (creation.Failed)
        {
            return new ApiProblem(creation.Failure);
        }

        var (draft, use) = creation.Value;
        var payoff = grains.GetGrain<IPayoffGrain>(DerivedId.From(Payoff.TypeName, use.ClientId, use.Key));
        var created = await repeats.SettleAsync(payoff.CreateAsync(new(request.Caller, use, draft)), () => payoff.IsRepeatedAsync(use));
        return created.Failed
            ? new ApiProblem(created.Failure)
            : new RecordedRepresentation<Payoff>(created.Value, http.Value.Link($"{Route}/{created.Value.ResourceId}"));
    }
}
