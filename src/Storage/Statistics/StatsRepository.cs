using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Statistics;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Statistics;

/// <summary>
/// Counts rows by groups, within <see cref="StorageOptions.StatsTimeoutSeconds"/>. Throws
/// <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class StatsRepository
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal StatsRepository(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The groups; null where they were not counted in time.</summary>
    public async Task<StatsTable?> CountAsync(StatsRequest request, CancellationToken cancellation = default)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_database.Options.StatsTimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var bindings = new Bindings();
        var sql = Sql(request, bindings);
        try
        {
            return Table(request, await _database.QueryAsync<StatsRow>(sql, bindings.RowLimit(Limit(request)), CommandTimeout, either.Token));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // The deadline comes first, however little a statement is given elsewhere: where the driver gave up, the database
    // would count as away.
    private int CommandTimeout => Math.Max(_database.Options.CommandTimeoutSeconds, _database.Options.StatsTimeoutSeconds + 5);

    private string Sql(StatsRequest request, Bindings bindings)
    {
        var source = StatsSources.Of(request.Subject);
        var groups = request.GroupBy.Select(source.Grouping).ToArray();
        var conditions = new ListSql<object>(source.Filters, bindings).Filter(request.Filters).Conditions;
        var named = string.Concat(groups.Select((group, i) => $"{group} AS group{i}, "));
        var grouped = groups.Length == 0 ? "" : $"\nGROUP BY {string.Join(", ", groups)}";
        return $"""
            SELECT {named}{source.Counted} AS counted
            {source.Clause(request.GroupBy, request.Filters)}
            WHERE 1 = 1{conditions}{grouped}
            ORDER BY {string.Join(", ", groups.Prepend($"{source.Counted} DESC"))}
            {_database.Dialect.Paging}
            """;
    }

    private static int Limit(StatsRequest request) =>
        request is { Limit: >= 1 and <= StatsRequest.MaxLimit, GroupBy.Length: <= StatsRequest.MaxGroupings }
            ? request.Limit
            : throw new ArgumentOutOfRangeException(nameof(request), request, "At most 1000 groups by at most 4 names.");

    private static StatsTable Table(StatsRequest request, IReadOnlyList<StatsRow> rows)
    {
        ImmutableArray<StatsGroup> groups =
        [
            .. rows
                .Take(request.Limit)
                .Select(row => new StatsGroup(row.Values(request.GroupBy.Length), row.Counted))
                .OrderByDescending(group => group.Count)
                // Where there is nothing, one database sorts it first and another last.
                .ThenBy(group => string.Join('\n', group.Values), StringComparer.Ordinal),
        ];
        return new(groups, rows.Count > request.Limit);
    }
}
