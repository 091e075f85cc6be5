using System.Collections.Immutable;
using LoApi.Json;
using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>
/// What a list can be asked: declared once per list, for the check of requests, for the documentation, and for what a
/// cursor is bound to.
/// </summary>
/// <param name="Name">Names the list in its cursors.</param>
/// <param name="DefaultSort">The order where the caller does not say; its last member tells any two rows apart.</param>
/// <param name="Members">What rows can be filtered and sorted by.</param>
internal sealed record ListDefinition(string Name, ImmutableArray<SortMember> DefaultSort, ImmutableArray<ListMember> Members)
{
    /// <summary>Whether rows are answered page by page; where not, only the filters are read. Default true.</summary>
    public bool IsPaged { get; init; } = true;

    /// <summary>The member that breaks ties.</summary>
    public SortMember TieBreaker => DefaultSort[^1];

    /// <summary>The names of the members that the list can be sorted by.</summary>
    public IEnumerable<string> Sortable => Members.Where(member => member.Sortable).Select(member => member.Name);

    /// <summary>Every query parameter of the list, spelled as the documentation does.</summary>
    public IEnumerable<QueryParameter> Parameters =>
    [
        .. IsPaged ? PageParameters : [],
        .. Members.Where(member => member.Filterable).SelectMany(FilterParameters),
    ];

    private IEnumerable<QueryParameter> PageParameters =>
    [
        QueryParameter.Limit,
        QueryParameter.Cursor,
        QueryParameter.Count,
        QueryParameter.Sort with { Description = $"Members to sort by, separated by commas, descending behind a hyphen: {string.Join(", ", Sortable)}. Default {Text(DefaultSort)}." },
    ];

    /// <summary>A sort as it stands in a query.</summary>
    public static string Text(ImmutableArray<SortMember> sort) =>
        string.Join(",", sort.Select(member => member.Descending ? $"-{member.Name}" : member.Name));

    private static IEnumerable<QueryParameter> FilterParameters(ListMember member) => member.Type.Operators.Select(comparison =>
    {
        var code = Code<FilterOperator>.Of(comparison);
        return comparison == FilterOperator.Equal
            ? new QueryParameter(member.Name, $"Only rows whose {member.Name} is this. {member.Type.Expectation}", Pattern: null)
            : new QueryParameter($"{member.Name}[{code}]", $"Only rows whose {member.Name} is {Words(comparison)}. {member.Type.Expectation}", Pattern: null);
    });

    private static string Words(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Greater => "greater or later than this",
        FilterOperator.GreaterOrEqual => "this, or greater or later",
        FilterOperator.Less => "less or earlier than this",
        FilterOperator.LessOrEqual => "this, or less or earlier",
        FilterOperator.In => "one of these, separated by commas, 100 at most",
        FilterOperator.Prefix => "text that begins with this, in the same case",
        _ => "this",
    };
}
