using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace LoApi.Storage.Sql;

/// <summary>
/// Reads rows through Dapper. Of a column that cannot be read Dapper tells the value, which may be personal and would be
/// logged: here it comes out as an <see cref="InvalidDataException"/> that tells the column's name and what went wrong.
/// </summary>
internal static partial class ReadRows
{
    /// <summary>Every row of a query.</summary>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(DbConnection connection, CommandDefinition command) =>
        (await WithoutValuesAsync<T, IEnumerable<T>>(connection.QueryAsync<T>(command))).AsList();

    /// <summary>The one row of a query, or null.</summary>
    public static Task<T?> OneAsync<T>(DbConnection connection, CommandDefinition command) =>
        WithoutValuesAsync<T, T?>(connection.QuerySingleOrDefaultAsync<T>(command));

    private static async Task<TResult> WithoutValuesAsync<TRow, TResult>(Task<TResult> read)
    {
        try
        {
            return await read;
        }
        catch (DataException exception)
        {
            throw Unreadable(typeof(TRow), exception);
        }
    }

    /// <summary>What is told instead. Without the exception inside: what fails to parse a text often quotes it.</summary>
    private static InvalidDataException Unreadable(Type row, DataException exception) =>
        new($"Column {ColumnOf(exception)} of a {row.Name} cannot be read: {exception.InnerException?.GetType().Name ?? "no reason given"}.");

    private static string ColumnOf(DataException exception) => Column().Match(exception.Message) is { Success: true } match ? match.Groups["name"].Value : "(unknown)";

    // A name as statements have it. The value comes after it, and may be anything.
    [GeneratedRegex(@"^Error parsing column [0-9]+ \((?<name>[A-Za-z0-9_]+)=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Column();
}
