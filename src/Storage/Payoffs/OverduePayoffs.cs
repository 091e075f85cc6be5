using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Payoffs;

/// <summary>The payoffs whose date went by without the money. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer.</summary>
public sealed class OverduePayoffs
{
    private readonly Database _database;

    internal OverduePayoffs(Database database) => _database = database;

    /// <summary>
    /// The ids of at most <paramref name="limit"/> payoffs that are received, scheduled or quoted and dated before
    /// <paramref name="today"/>, those of the earliest dates first.
    /// </summary>
    public async Task<ImmutableArray<Guid>> ListAsync(DateOnly today, int limit, CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<OverdueRow>(
            $"""
            SELECT id
            FROM PAYOFF
            WHERE status IN (:received, :scheduled, :quoted)
              AND payoff_date < :today
            ORDER BY payoff_date, id
            {_database.Dialect.Paging}
            """,
            new Bindings()
                .Text("received", Code<PayoffStatus>.Of(PayoffStatus.Received))
                .Text("scheduled", Code<PayoffStatus>.Of(PayoffStatus.Scheduled))
                .Text("quoted", Code<PayoffStatus>.Of(PayoffStatus.Quoted))
                .Date("today", today)
                .Int("row_limit", limit),
            cancellation);
        return [.. rows.Select(row => row.Id)];
    }

    private sealed class OverdueRow
    {
        public required Guid Id { get; init; }
    }
}
