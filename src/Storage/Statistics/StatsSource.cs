using System.Collections.Frozen;
using System.Collections.Immutable;
using LoApi.Lists;
using LoApi.Storage.Lists;

namespace LoApi.Storage.Statistics;

/// <summary>Where one subject's rows are counted, and what they can be grouped and filtered by; no other name reaches a statement.</summary>
/// <param name="Counted">What is counted.</param>
/// <param name="From">Where, given the columns that a question names.</param>
/// <param name="Groupings">The expression behind each name that can be grouped by; text.</param>
/// <param name="Filters">The columns that can be filtered by.</param>
internal sealed record StatsSource(
    string Counted,
    Func<ImmutableArray<string>, string> From,
    FrozenDictionary<string, string> Groupings,
    ListColumns<object> Filters)
{
    /// <summary>The expression of a grouping. Throws <see cref="ArgumentException"/> for one that there is not.</summary>
    public string Grouping(string name) =>
        Groupings.GetValueOrDefault(name) ?? throw new ArgumentException($"Nothing is grouped by {name}.", nameof(name));

    /// <summary>The <c>FROM</c> clause for what a question names.</summary>
    public string Clause(ImmutableArray<string> groupBy, ImmutableArray<Filter> filters) =>
        From([.. groupBy.Select(Grouping), .. filters.Select(filter => Filters.Of(filter.Member).Name)]);
}
