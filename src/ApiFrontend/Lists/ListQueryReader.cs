using System.Collections.Immutable;
using System.Globalization;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Lists;
using Microsoft.Extensions.Primitives;

namespace LoApi.ApiFrontend.Lists;

/// <summary>Reads the query of one list request; every parameter that is at fault is told.</summary>
internal sealed class ListQueryReader(ListDefinition definition)
{
    private const int MaxSortMembers = 4;

    private readonly ImmutableArray<MemberError>.Builder _errors = ImmutableArray.CreateBuilder<MemberError>();
    private readonly ImmutableArray<Filter>.Builder _filters = ImmutableArray.CreateBuilder<Filter>();
    private readonly HashSet<(string Name, FilterOperator? Operator)> _seen = [];

    public int Limit { get; private set; } = PageWindow.DefaultLimit;

    public string? Cursor { get; private set; }

    public bool Count { get; private set; }

    public ImmutableArray<SortMember> Sort { get; private set; } = definition.DefaultSort;

    public ImmutableArray<Filter> Filters =>
        [.. _filters.OrderBy(filter => filter.Member, StringComparer.Ordinal).ThenBy(filter => filter.Operator)];

    /// <summary>The list with its filter and sort in one spelling: what a cursor is bound to.</summary>
    public string Identity => string.Join(
        '&',
        Filters
            .Select(filter => $"{filter.Member}[{Code<FilterOperator>.Of(filter.Operator)}]={string.Join(',', filter.Values)}")
            .Prepend(definition.Name)
            .Append(ListDefinition.Text(Sort)));

    /// <param name="query">The query.</param>
    /// <param name="others">Parameters that the endpoint reads itself.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public Failure? Read(IQueryCollection query, params ReadOnlySpan<QueryParameter> others)
    {
        foreach (var (name, values) in query)
        {
            if (Find(name, others) is not { } other)
            {
                Read(name, values, others);
            }
            else if (values.Count != 1 || !_seen.Add((other.Name, null)))
            {
                Fault(other.Name, ProblemCode.DuplicateParameter, "Give the parameter once.");
            }
        }

        return _errors.Count == 0 ? null : QueryParameters.Invalid(_errors.ToImmutable());
    }

    private static QueryParameter? Find(string name, ReadOnlySpan<QueryParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.IsNamed(name))
            {
                return parameter;
            }
        }

        return null;
    }

    private void Read(string name, StringValues values, ReadOnlySpan<QueryParameter> others)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var member = definition.Members.FirstOrDefault(known => known.Filterable && known.IsNamed(bracket < 0 ? name : name.AsSpan(0, bracket)));
        if (values is not [{ } value])
        {
            Fault(name, ProblemCode.DuplicateParameter, "Give the parameter once.");
        }
        else if (member is not null)
        {
            ReadFilter(name, member, bracket < 0 ? "eq" : name[(bracket + 1)..].TrimEnd(']'), value);
        }
        else if (!_seen.Add((name, null)))
        {
            Fault(name, ProblemCode.DuplicateParameter, "Give the parameter once.");
        }
        else if (!definition.IsPaged)
        {
            FaultUnknown(name, others);
        }
        else if (QueryParameter.Limit.IsNamed(name))
        {
            ReadLimit(value);
        }
        else if (QueryParameter.Cursor.IsNamed(name))
        {
            Cursor = value;
        }
        else if (QueryParameter.Count.IsNamed(name))
        {
            ReadCount(value);
        }
        else if (QueryParameter.Sort.IsNamed(name))
        {
            ReadSort(value);
        }
        else
        {
            FaultUnknown(name, others);
        }
    }

    private void FaultUnknown(string name, ReadOnlySpan<QueryParameter> others)
    {
        QueryParameter[] known = [.. others, .. definition.Parameters];
        Fault(name, ProblemCode.UnknownParameter, $"Known are: {string.Join(", ", known.Select(parameter => parameter.Name))}.");
    }

    private void ReadLimit(string value)
    {
        if (value.All(char.IsAsciiDigit)
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= PageWindow.MaxLimit)
        {
            Limit = limit;
        }
        else
        {
            Fault(QueryParameter.Limit.Name, ProblemCode.OutOfRange, $"A whole number from 1 to {PageWindow.MaxLimit}.");
        }
    }

    private void ReadCount(string value)
    {
        if (value is "true" or "false")
        {
            Count = value == "true";
        }
        else
        {
            Fault(QueryParameter.Count.Name, ProblemCode.InvalidValue, "true or false.");
        }
    }

    private void ReadSort(string value)
    {
        var sort = ImmutableArray.CreateBuilder<SortMember>();
        foreach (var part in value.Split(','))
        {
            var descending = part.StartsWith('-');
            var name = descending ? part.AsSpan(1) : part;
            var member = Sortable(name);
            if (member is null || sort.Any(earlier => earlier.Name == member.Name) || sort.Count == MaxSortMembers)
            {
                Fault(QueryParameter.Sort.Name, ProblemCode.InvalidValue, $"At most {MaxSortMembers} of {string.Join(", ", definition.Sortable)}, each once, separated by commas, a hyphen before those that descend.");
                return;
            }

            sort.Add(new(member.Name, descending));
        }

        if (!sort.Any(member => member.Name == definition.TieBreaker.Name))
        {
            sort.Add(definition.TieBreaker);
        }

        Sort = sort.DrainToImmutable();
    }

    private ListMember? Sortable(ReadOnlySpan<char> name)
    {
        foreach (var member in definition.Members)
        {
            if (member.Sortable && member.IsNamed(name))
            {
                return member;
            }
        }

        return null;
    }

    private void ReadFilter(string name, ListMember member, string code, string value)
    {
        if (!Code<FilterOperator>.TryParse(code, out var comparison) || !member.Type.Operators.Contains(comparison))
        {
            var known = member.Type.Operators.Select(Code<FilterOperator>.Of);
            Fault(name, ProblemCode.UnknownParameter, $"Operators of {member.Name} are: {string.Join(", ", known)}.");
            return;
        }

        if (!_seen.Add((member.Name, comparison)))
        {
            Fault(name, ProblemCode.DuplicateParameter, "Give the parameter once.");
            return;
        }

        string[] values = comparison == FilterOperator.In ? value.Split(',') : [value];
        var canonical = values.Select(text => text.Length == 0 ? null : member.Type.Canonical(text)).ToArray();
        if (values.Length > Filter.MaxValues)
        {
            Fault(name, ProblemCode.OutOfRange, $"At most {Filter.MaxValues} values.");
        }
        else if (canonical.Contains(null))
        {
            Fault(name, member.Type.Violation, member.Type.Expectation);
        }
        else
        {
            _filters.Add(new(member.Name, comparison, [.. canonical.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        }
    }

    private void Fault(string name, string code, string detail) => _errors.Add(new(QueryParameters.Shorten(name), code, detail));
}
