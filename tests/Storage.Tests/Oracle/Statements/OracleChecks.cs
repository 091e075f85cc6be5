using System.Collections.Frozen;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>What can be known of a statement for Oracle without an Oracle. Each check answers what is wrong.</summary>
internal static class OracleChecks
{
    private const int LongestName = 30;
    private const int LongestList = 1000;

    // What no statement says: other databases' words, and what Oracle has only since 23ai.
    private static readonly FrozenSet<string> Foreign = new[]
    {
        "LIMIT", "OFFSET", "RETURNING", "CONFLICT", "ILIKE", "TRUE", "FALSE", "BOOLEAN", "NOW", "UNNEST", "SERIAL", "TEXT", "BIGINT",
        "RELEASE", "EXCLUDED", "ARRAY",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Comparisons =
        new[] { "=", "<", ">", "<=", ">=", "<>", "!=" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A reserved word where a name stands; the name of a pseudocolumn; one such as Oracle makes itself.</summary>
    public static IEnumerable<string> ReservedNames(StatementOnFile statement)
    {
        var tokens = new Tokens(statement.Text);
        var isPlSql = tokens.Begin("CREATE", "OR", "REPLACE", "FUNCTION");
        return tokens.List
            .Where((token, i) => token.Kind == TokenKind.Bind || (token.Kind == TokenKind.Word && IsName(tokens, i)))
            .Select(token => token.Text)
            .Concat(OracleSchema.Of(tokens.Begin("CREATE", "TABLE") || isPlSql ? [statement.Text] : []).Names)
            .Where(name => OracleWords.Reserved.Contains(name) || (isPlSql && OracleWords.ReservedInPlSql.Contains(name))
                || OracleWords.PseudoColumns.Contains(name) || name.StartsWith(OracleWords.SystemPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(name => $"{name} is a reserved word");
    }

    /// <summary>Names of more than thirty characters: Oracle took no longer ones before 12.2, and Orleans' own scripts keep to it.</summary>
    public static IEnumerable<string> LongNames(StatementOnFile statement) => new Tokens(statement.Text).List
        .Where(token => token.Kind is TokenKind.Word or TokenKind.Bind && token.Text.Length > LongestName)
        .Select(token => $"{token.Text} has more than {LongestName} characters");

    /// <summary>A bind that stands twice, or binds in another order than the text's: without BindByName another value would be bound.</summary>
    public static IEnumerable<string> Binds(StatementOnFile statement)
    {
        var names = OracleText.BindsOf(statement.Text);
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length)
        {
            yield return $"a bind stands twice: {string.Join(' ', names)}";
        }

        if (!names.SequenceEqual(statement.Binds.Select(bind => bind.Name), StringComparer.Ordinal))
        {
            yield return $"the text binds {string.Join(' ', names)}, the command {string.Join(' ', statement.Binds.Select(bind => bind.Name))}";
        }
    }

    /// <summary>Words of other databases, quoted names, and casts by colons.</summary>
    public static IEnumerable<string> ForeignWords(StatementOnFile statement)
    {
        var tokens = new Tokens(statement.Text);
        return tokens.List
            .Where((token, i) => (token.Kind == TokenKind.Word && Foreign.Contains(token.Text) && !tokens[i - 1].Is("."))
                || token.Is("\"") || token.Is("`") || token.Is("::") || token.Is("[")
                || (token.Is("IF") && tokens[i + 1].Is("NOT") && tokens[i + 2].Is("EXISTS")))
            .Select(token => $"{token.Text} is not Oracle's");
    }

    /// <summary>An empty text, which is NULL: nothing equals it.</summary>
    public static IEnumerable<string> EmptyTexts(StatementOnFile statement) => new Tokens(statement.Text).List
        .Where(token => token is { Kind: TokenKind.Text, Text: "''" })
        .Select(_ => "an empty text is NULL");

    /// <summary>A statement that ends in a semicolon (ORA-00911), or PL/SQL that does not.</summary>
    public static IEnumerable<string> Ends(StatementOnFile statement)
    {
        var isPlSql = statement.Text.StartsWith("CREATE OR REPLACE FUNCTION", StringComparison.Ordinal) || statement.Text.StartsWith("BEGIN", StringComparison.Ordinal);
        if (statement.Text.TrimEnd().EndsWith(';') != isPlSql)
        {
            yield return isPlSql ? "PL/SQL ends with a semicolon" : "a statement ends without a semicolon";
        }
    }

    /// <summary>A list of more than 1,000 values (ORA-01795).</summary>
    public static IEnumerable<string> LongLists(StatementOnFile statement)
    {
        var tokens = new Tokens(statement.Text);
        return Enumerable.Range(0, tokens.Length)
            .Where(i => tokens[i].Is("IN") && tokens[i + 1].Is("(") && tokens.ListAt(i + 1).Count > LongestList)
            .Select(_ => $"a list has more than {LongestList} values");
    }

    /// <summary>A bind or a literal that Oracle would convert, or of which nothing tells what it is compared with.</summary>
    public static IEnumerable<string> Conversions(StatementOnFile statement) => new StatementTypes(statement).Problems();

    /// <summary>A table that is entered by no index: see <see cref="OracleSearches"/>.</summary>
    public static IEnumerable<string> Searches(StatementOnFile statement)
    {
        var tokens = new Tokens(statement.Text);
        if (!tokens.Begin("SELECT") && !tokens.Begin("UPDATE") && !tokens.Begin("DELETE") && !tokens.Begin("MERGE"))
        {
            yield break;
        }

        foreach (var (table, columns) in new OracleSearches(tokens).ReadWhole())
        {
            yield return $"{table.Name} is read whole: no index begins with {(columns.IsEmpty ? "anything that is asked for" : string.Join(" or ", columns))}";
        }
    }

    /// <summary>Foreign keys that no index begins with: Oracle locks the whole child table when a parent's row goes.</summary>
    public static IEnumerable<string> ForeignKeysWithoutIndex(OracleSchema schema) => schema.Tables.Values
        .SelectMany(table => table.ForeignKeys
            .Where(key => !table.Indexes.Any(index => index.Columns.Take(key.Columns.Length).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(key.Columns)))
            .Select(key => $"{key.Name} of {table.Name} has no index"));

    private static bool IsName(Tokens tokens, int i) =>
        !tokens[i].Is("NULL") && (tokens[i - 1].Is(".") || tokens[i + 1].Is(".")
        || (tokens[i - 1].Is("AS") && !(i == 4 && tokens.Begin("CREATE", "VIEW"))) || tokens[i - 1].Is("VIEW") || tokens[i - 1].Is("FROM") || tokens[i - 1].Is("JOIN") || tokens[i - 1].Is("INTO") || tokens[i - 1].Is("TABLE")
        || (tokens[i - 1].Is("UPDATE") && !tokens[i].Is("SET"))
        || (tokens[i - 1].Is("SET") && tokens[i + 1].Is("="))
        || Comparisons.Contains(tokens[i + 1].Text)
        || tokens[i - 1].Is("INDEX") || tokens[i - 1].Is("CONSTRAINT") || (tokens[i - 1].Is("ADD") && !tokens[i].Is("CONSTRAINT"))
        || ((tokens[i - 1].Is(",") || tokens[i - 1].Is("(")) && (tokens[i + 1].Is(",") || tokens[i + 1].Is(")"))));
}
