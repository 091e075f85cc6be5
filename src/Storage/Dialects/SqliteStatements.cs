using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using LoApi.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LoApi.Storage.Dialects;

/// <summary>
/// The statements that write rows through one connection: prepared once, and bound by position. The driver's own commands
/// look every parameter up by its name for every row, which costs more than what SQLite then does with it.
/// </summary>
internal sealed class SqliteStatements : IDisposable
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteStatements> ByConnection = [];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, sqlite3_stmt> _prepared = new(StringComparer.Ordinal);

    private SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        connection.StateChange += (_, _) => Dispose();
    }

    /// <summary>Those of an open connection; they end with it.</summary>
    public static SqliteStatements Of(SqliteConnection connection) =>
        ByConnection.GetValue(connection, opened => new SqliteStatements(opened));

    /// <summary>Executes a statement for each row; answers how many it touched. Throws <see cref="SqliteException"/>.</summary>
    public int Execute(string sql, RowShape shape, IReadOnlyList<object?[]> rows)
    {
        var statement = Prepare(sql);
        var touched = 0;
        foreach (var row in rows)
        {
            try
            {
                for (var i = 0; i < row.Length; i++)
                {
                    Check(Bind(statement, i + 1, shape.Bound[i].Kind, row[i]));
                }

                if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE and var failure)
                {
                    Check(failure);
                }

                touched += raw.sqlite3_changes(_connection.Handle);
            }
            finally
            {
                _ = raw.sqlite3_reset(statement); // Says once more what the step said.
            }
        }

        return touched;
    }

    public void Dispose()
    {
        ByConnection.Remove(_connection);
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _prepared.Clear();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            _prepared.Add(sql, statement);
        }

        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int index, ColumnKind kind, object? value) => (kind, value) switch
    {
        (_, null) => raw.sqlite3_bind_null(statement, index),
        (_, string text) => BindText(statement, index, text),
        (_, long number) => raw.sqlite3_bind_int64(statement, index, number),
        (_, int number) => raw.sqlite3_bind_int64(statement, index, number),
        (_, bool flag) => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        (_, DateTimeOffset instant) => BindFormatted(statement, index, instant.UtcDateTime, InstantText.Format),
        (_, DateOnly date) => BindFormatted(statement, index, date, "yyyy-MM-dd"),
        (_, Guid id) => BindFormatted(statement, index, id, "D"),
        (_, decimal money) => BindFormatted(statement, index, money, "0.00"),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no {kind}.", nameof(value)),
    };

    private static int BindText(sqlite3_stmt statement, int index, string text)
    {
        const int small = 512;
        var bound = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = bound > small ? ArrayPool<byte>.Shared.Rent(bound) : null;
        var utf8 = rented ?? stackalloc byte[small];
        var result = raw.sqlite3_bind_text(statement, index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    private static int BindFormatted<T>(sqlite3_stmt statement, int index, T value, string format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> utf8 = stackalloc byte[64];
        return value.TryFormat(utf8, out var written, format, CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(statement, index, utf8[..written])
            : throw new FormatException($"{typeof(T).Name} takes more than {utf8.Length} characters.");
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _connection.Handle);
        }
    }
}
