using System.Collections.Immutable;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Statistics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Statistics;

/// <summary><c>/stats</c>: how many there are of what, for operators, who count every tenant's.</summary>
internal static class StatsEndpoints
{
    private static readonly StatsReport Example = new(
        [
            new(new Dictionary<string, string?> { ["status"] = "completed", ["month"] = "2027-01" }, 412),
            new(new Dictionary<string, string?> { ["status"] = "received", ["month"] = "2027-01" }, 37),
        ],
        Truncated: true);

    /// <summary>Adds what counts, and what keeps counts for a moment.</summary>
    public static void AddStatistics(this WebApplicationBuilder builder) => builder.Services.AddSingleton<StatsCache>();

    public static void MapStats(this IEndpointRouteBuilder api)
    {
        var stats = api
            .MapGroup("/stats")
            .WithTags("Statistics")
            .RequireAccess(ClientScope.StatsRead)
            .AnswersFromMemory()
            .WithMetadata(Costly.Metadata)
            .WithExample(Example, ApiJson.Contract.StatsReport);

        stats.MapCounts("/payoffs", StatsDefinitions.Payoffs)
            .WithName("CountPayoffs")
            .WithSummary("How many payoffs there are, by group; month is that of created_at, in UTC.");
        stats.MapCounts("/users", StatsDefinitions.Users)
            .WithName("CountUsers")
            .WithSummary("How many users there are, by group; one of several locations or roles counts in each.");
        stats.MapCounts("/locations", StatsDefinitions.Locations)
            .WithName("CountLocations")
            .WithSummary("How many locations there are, by group.");
        stats.MapCounts("/requests", StatsDefinitions.Requests)
            .WithName("CountRequests")
            .WithSummary("How many requests the audit log records, by group: changes, denials, failed writes, and reads where they are audited.");
    }

    private static RouteHandlerBuilder MapCounts(this IEndpointRouteBuilder stats, string pattern, StatsDefinition definition) =>
        stats.MapRead(pattern, (ApiRequest request, StatsCache cache) => CountAsync(request, cache, definition))
            .WithListQuery(definition.Filters, definition.GroupBy, StatsDefinition.Limit);

    private static async Task<Results<Representation<StatsReport>, ApiProblem>> CountAsync(
        ApiRequest request, StatsCache cache, StatsDefinition definition)
    {
        var query = new ListQueryReader(definition.Filters);
        var failure = query.Read(request.Http.Request.Query, definition.GroupBy, StatsDefinition.Limit);
        var reader = new ParameterReader(request.Http.Request);
        var groupBy = ReadGroupBy(request.Http.Request, reader, definition);
        var limit = reader.Number(StatsDefinition.Limit, 1, StatsRequest.MaxLimit) ?? StatsRequest.DefaultLimit;
        if (failure is not null || reader.Failure is not null)
        {
            return new ApiProblem(QueryParameters.Invalid([.. failure?.Errors ?? [], .. reader.Failure?.Errors ?? []]));
        }

        var identity = $"{query.Identity}&{string.Join(',', groupBy)}&{limit}";
        var (outcome, age) = await cache.CountAsync(identity, new(definition.Subject, groupBy, query.Filters, limit));
        return outcome.Failed
            ? new ApiProblem(outcome.Failure)
            : new Representation<StatsReport>(Report(outcome.Value, groupBy), ApiJson.Contract.StatsReport, age);
    }

    private static ImmutableArray<string> ReadGroupBy(HttpRequest request, ParameterReader reader, StatsDefinition definition)
    {
        if (request.Parameter(definition.GroupBy) is not { } text)
        {
            return [];
        }

        ImmutableArray<string> names = [.. text.Split(',').Select(name => name.Replace('-', '_'))];
        if (names.Length > StatsRequest.MaxGroupings
            || names.Distinct(StringComparer.Ordinal).Count() != names.Length
            || !names.All(name => definition.Groupings.Contains(name)))
        {
            reader.Refuse(
                definition.GroupBy,
                ProblemCode.InvalidValue,
                $"At most {StatsRequest.MaxGroupings} of {string.Join(", ", definition.Groupings)}, each once, separated by commas.");
        }

        return names;
    }

    private static StatsReport Report(StatsTable table, ImmutableArray<string> groupBy) => new(
        [.. table.Groups.Select(group => new StatsCount(Named(groupBy, group.Values), group.Count))],
        table.Truncated ? true : null);

    private static Dictionary<string, string?> Named(ImmutableArray<string> names, ImmutableArray<string?> values) =>
        names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
}
