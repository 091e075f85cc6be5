using System.Collections.Immutable;
using LoApi.ApiFrontend.Lists;
using LoApi.Statistics;

namespace LoApi.ApiFrontend.Statistics;

/// <summary>What the statistics of one subject can be asked: declared once, for the check of requests and for the documentation.</summary>
/// <param name="Subject">What is counted.</param>
/// <param name="Groupings">The names that it can be grouped by.</param>
/// <param name="Filters">What it can be filtered by, as its list.</param>
internal sealed record StatsDefinition(StatsSubject Subject, ImmutableArray<string> Groupings, ListDefinition Filters)
{
    /// <summary>How many groups are answered.</summary>
    public static readonly QueryParameter Limit = new(
        "limit", $"Groups in the answer, the largest, 1 to {StatsRequest.MaxLimit:#,0}. Default {StatsRequest.DefaultLimit}.", "^[0-9]{1,4}$", "100")
    {
        Form = ParameterForm.Number,
        Range = (1, StatsRequest.MaxLimit),
    };

    /// <summary>The parameter that groups.</summary>
    public QueryParameter GroupBy { get; } = new(
        "group-by",
        $"Names to group by, at most {StatsRequest.MaxGroupings}, separated by commas: {string.Join(", ", Groupings)}. Default none: all are counted together.",
        Pattern: null,
        Example: string.Join(',', Groupings.Take(2)));
}
