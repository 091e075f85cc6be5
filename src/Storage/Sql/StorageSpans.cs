using System.Collections.Immutable;
using System.Diagnostics;
using LoApi.Storage.Dialects;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Sql;

/// <summary>
/// Spans of statements and of batches: source <c>LoApi.Storage</c>. They belong to what asked for them; what nobody who is
/// traced asked for has none. Statements are told without their values.
/// </summary>
internal static class StorageSpans
{
    /// <summary>The source's name.</summary>
    public const string Name = "LoApi.Storage";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a statement's span; null where none is recorded.</summary>
    public static Activity? OfStatement(string sql, IDialect dialect) => OfStatements([sql], dialect);

    /// <summary>Begins the one span of statements that go to the database together; null where none is recorded.</summary>
    public static Activity? OfStatements(ImmutableArray<string> statements, IDialect dialect)
    {
        if (Activity.Current is not { Recorded: true } || Source.StartActivity(OperationOf(statements), ActivityKind.Client) is not { } span)
        {
            return null;
        }

        span.SetTag("db.system.name", NameOf(dialect.Provider));
        span.SetTag("db.operation.name", span.OperationName);
        span.SetTag("db.operation.batch.size", statements.Length > 1 ? statements.Length : null);
        span.SetTag("db.query.text", string.Join(";\n", statements));
        return span;
    }

    /// <summary>Begins a batch's span, where one of its change sets comes from a span that is recorded: that is its parent, and all such are linked.</summary>
    public static Activity? OfBatch(List<PendingWrite> batch)
    {
        if (!Source.HasListeners() || batch.Find(write => write.Span != default) is not { } first)
        {
            return null;
        }

        var span = Source.StartActivity(
            "batch",
            ActivityKind.Internal,
            first.Span,
            links: batch.Where(write => write.Span != default).Select(write => new ActivityLink(write.Span)));
        span?.SetTag("loapi.storage.batch.size", batch.Count);
        return span;
    }

    /// <summary>Notes why something failed. For exception filters: false, always.</summary>
    public static bool Fail(Activity? span, Exception exception)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag("error.type", exception.GetType().FullName);
        return false;
    }

    // As OpenTelemetry's conventions name them.
    private static string NameOf(StorageProvider provider) => provider switch
    {
        StorageProvider.Sqlite => "sqlite",
        StorageProvider.PostgreSql => "postgresql",
        _ => "oracle.db",
    };

    private static string OperationOf(ImmutableArray<string> statements) => statements switch
    {
        [var sql] => OperationOf(sql),
        _ when statements.Select(OperationOf).Distinct().ToArray() is [var operation] => "BATCH " + operation,
        _ => "BATCH",
    };

    private static string OperationOf(string sql)
    {
        var end = sql.AsSpan().IndexOfAny(' ', '\n');
        return end < 0 ? sql : sql[..end];
    }
}
