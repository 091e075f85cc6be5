using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Payoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary><c>/payoff-dates</c>: when a payoff may be wired.</summary>
internal static class PayoffDateEndpoints
{
    private const int DefaultCount = 12;
    private const int MaxCount = 100;

    private static readonly QueryParameter Program = new(
        "program", "The programme of the loan, 504 or 7a.", "^(?:504|7a)$", "504", Required: true);

    private static readonly QueryParameter From = new(
        "from",
        "The first date to look at, YYYY-MM-DD. Default, and never before, the first that leaves the programme's notice from today on.",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "2031-01-01");

    private static readonly QueryParameter Count = new(
        "count", "How many dates, 1 to 100. Default 12; there are fewer where 30 years from today are over.", "^[0-9]{1,3}$", "12")
    {
        Form = ParameterForm.Number,
        Range = (1, MaxCount),
    };

    public static void MapPayoffDates(this IEndpointRouteBuilder api) => api.MapGroup("/payoff-dates")
        .WithTags("Payoffs")
        .RequireAccess(ClientScope.PayoffsRead)
        .WithExample(new DateOnly(2031, 6, 20), ApiJson.Contract.DateOnly)
        .MapRead("/", ListPayoffDates)
        .WithName("ListPayoffDates")
        .WithSummary("The next dates on which the rules allow a payoff to be wired, given today's notice.")
        .WithQuery(Program, From, Count);

    private static async Task<Results<Representation<ListPage<DateOnly>>, ApiProblem>> ListPayoffDates(
        ApiRequest request, IGrainFactory grains)
    {
        var reader = new ParameterReader(request.Http.Request);
        var program = reader.OneOf<LoanProgram>(Program);
        if (program is null && reader.Failure is null)
        {
            reader.Refuse(Program, ProblemCode.Required, "The programme of the loan: 504 or 7a.");
        }

        var from = reader.Date(From, DateOnly.MinValue.Year, DateOnly.MaxValue.Year);
        var count = reader.Number(Count, 1, MaxCount) ?? DefaultCount;
        if (reader.Failure is { } failure)
        {
            return new ApiProblem(failure);
        }

        var dates = await grains.GetGrain<IPayoffRulesGrain>(0).ListDatesAsync(program!.Value, from, count);
        return new Representation<ListPage<DateOnly>>(
            new(dates), ApiJson.Contract.ListPageDateOnly);
    }
}
