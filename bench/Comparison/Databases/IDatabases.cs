namespace LoApi.Comparison.Databases;

/// <summary>Databases of one kind, each under a name; they go with the run.</summary>
internal interface IDatabases : IAsyncDisposable
{
    DatabaseKind Kind { get; }

    /// <summary>An empty one.</summary>
    Task CreateAsync(string name, CancellationToken cancellation);

    /// <summary>A copy of one that nobody has open.</summary>
    Task CopyAsync(string from, string to, CancellationToken cancellation);

    /// <summary>For .NET.</summary>
    string ConnectionString(string name);

    /// <summary>For SQLAlchemy.</summary>
    string Url(string name);

    Task ExecuteAsync(string name, string sql, CancellationToken cancellation);

    /// <summary>The number that a query answers.</summary>
    Task<long> CountAsync(string name, string sql, CancellationToken cancellation);

    /// <summary>Inserts rows into a table, in one transaction. Values are text, or what both databases take as it is.</summary>
    Task InsertAsync(string name, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Runs for so long the inserts of a payoff and what goes with it, so many per transaction; how many there were a second.</summary>
    Task<double> InsertRateAsync(string name, int batch, TimeSpan duration, CancellationToken cancellation);
}
