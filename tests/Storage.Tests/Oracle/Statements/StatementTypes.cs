using LoApi.Storage.Tests.Oracle.Recorder;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>Finds for each bind and literal of a statement the column that it meets, and holds their types against each other.</summary>
internal sealed class StatementTypes
{
    private readonly Tokens _tokens;
    private readonly Dictionary<string, ValueKind> _binds;
    private readonly Dictionary<string, ValueKind> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ValueKind> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isDefinition;

    public StatementTypes(StatementOnFile statement)
    {
        _tokens = new Tokens(statement.Text);
        _binds = statement.Binds.ToDictionary(bind => bind.Name, bind => KindOf(bind.Type), StringComparer.OrdinalIgnoreCase);
        _isDefinition = _tokens.Begin("CREATE", "TABLE") || _tokens.Begin("ALTER", "TABLE") || _tokens.Begin("CREATE", "INDEX");
        foreach (var (_, table, _) in TablesOf(_tokens))
        {
            foreach (var (column, kind) in table.Columns)
            {
                _columns[column] = kind;
            }
        }

        if (_tokens.Begin("CREATE", "OR", "REPLACE", "FUNCTION"))
        {
            foreach (var (name, kind) in OracleSchema.Of([statement.Text]).Functions[_tokens[4].Text])
            {
                _parameters[name] = kind;
            }
        }
    }

    /// <summary>The tables that a statement names, each with its alias and the place where it stands.</summary>
    public static IEnumerable<(string Alias, OracleTable Table, int At)> TablesOf(Tokens tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            var isTable = tokens[i - 1].Is("FROM") || tokens[i - 1].Is("JOIN") || tokens[i - 1].Is("INTO") || tokens[i - 1].Is("TABLE") || tokens[i - 1].Is("UPDATE");
            if (isTable && OracleSchema.Current.Tables.TryGetValue(tokens[i].Text, out var table))
            {
                var alias = tokens[i + 1];
                yield return (alias.Kind == TokenKind.Word && !OracleWords.AfterTables.Contains(alias.Text) ? alias.Text : table.Name, table, i);
            }
        }
    }

    public IEnumerable<string> Problems()
    {
        if (_tokens.Begin("ALTER", "SESSION"))
        {
            yield break;
        }

        for (var i = 0; i < _tokens.Length; i++)
        {
            if (Operand(i) is not { } given || IsPartOfAType(i) || (_parameters.Count > 0 && i < _tokens.IndexOf("BEGIN")))
            {
                continue;
            }

            switch (Met(i))
            {
                case null:
                    yield return $"nothing tells what {_tokens[i]} is compared with";
                    break;
                case var met when met != given && !(met == ValueKind.Clob && given == ValueKind.Text && _tokens[i].Kind == TokenKind.Text):
                    yield return $"{_tokens[i]} is {given}, and meets {met}";
                    break;
                default:
                    break;
            }
        }
    }

    private static ValueKind KindOf(BindType type) => type switch
    {
        BindType.Varchar2 => ValueKind.Text,
        BindType.Clob => ValueKind.Clob,
        BindType.TimeStamp => ValueKind.Timestamp,
        BindType.Date => ValueKind.Date,
        _ => ValueKind.Number,
    };

    /// <summary>What stands at a place, where that is a bind, a literal, or a parameter of a function in its body.</summary>
    private ValueKind? Operand(int i) => _tokens[i] switch
    {
        { Kind: TokenKind.Bind, Text: var name } => _binds.TryGetValue(name, out var kind) ? kind : null,
        { Kind: TokenKind.Text } => ValueKind.Text,
        { Kind: TokenKind.Number } => ValueKind.Number,
        { Kind: TokenKind.Word, Text: var name } when _parameters.TryGetValue(name, out var kind) && !_tokens[i + 1].Is("IN") => kind,
        _ => null,
    };

    /// <summary>VARCHAR2(40 CHAR), NUMBER(15, 2).</summary>
    private bool IsPartOfAType(int i) => _tokens[i].Kind == TokenKind.Number
        && _tokens.StartOf(i) is var open and > 0
        && _tokens[open - 1] is { Kind: TokenKind.Word, Text: "VARCHAR2" or "NVARCHAR2" or "NUMBER" or "TIMESTAMP" };

    private ValueKind? Met(int i)
    {
        var before = _tokens[i - 1];
        if (before.Is("SELECT") || before.Is("RETURN"))
        {
            return _tokens[i].Kind == TokenKind.Bind && _tokens[i + 1].Is("AS") ? Column(i + 2) : Operand(i); // SELECT 1: compared with nothing
        }

        if (before.Is("=") || before.Is("<") || before.Is(">") || before.Is("<=") || before.Is(">=") || before.Is("<>"))
        {
            return _tokens[i - 2].Is("ROWCOUNT") ? ValueKind.Number : Column(i - 2) ?? Literal(i - 2);
        }

        if (_tokens[i + 1].Is("=") && Literal(i) is not null && Literal(i + 2) is { } other)
        {
            return other; // 1 = 1
        }

        if (before.Is("THEN") || before.Is("ELSE"))
        {
            return ResultOfCase(i);
        }

        if (before.Is("+") || before.Is("-"))
        {
            return Column(i - 2);
        }

        if (before.Is("||"))
        {
            return ValueKind.Text;
        }

        if (before.Is("FIRST"))
        {
            return ValueKind.Number;
        }

        if (before.Is("DEFAULT"))
        {
            return DefaultOf(i);
        }

        if (before.Is("BETWEEN"))
        {
            return Column(i - 2);
        }

        if (before.Is("AND") && _tokens[i - 3].Is("BETWEEN"))
        {
            return Column(i - 4);
        }

        return _tokens.StartOf(i) is var open and > 0 ? InParentheses(open, i) : null;
    }

    private ValueKind? InParentheses(int open, int i)
    {
        var place = Enumerable.Range(open, i - open).Count(at => _tokens[at].Is(",") && _tokens.StartOf(at) == open);
        var word = _tokens[open - 1];
        if (word.Is("IN"))
        {
            return Column(open - (_tokens[open - 2].Is("NOT") ? 3 : 2));
        }

        if (word.Is("VALUES"))
        {
            var columns = open - 2;
            return _tokens[columns].Is(")") ? Column(_tokens.StartOf(columns) + 1 + (2 * place)) : null;
        }

        if (word.Is("COALESCE") && _tokens[open + 1].Is("SUM"))
        {
            return Column(open + 3);
        }

        // A format. Of a date or an instant, a text comes of it.
        if (word.Is("TO_CHAR") && place == 1)
        {
            return Column(open + 1) is ValueKind.Date or ValueKind.Timestamp ? ValueKind.Text : null;
        }

        if (OracleSchema.Current.Functions.TryGetValue(word.Text, out var parameters) && place < parameters.Length)
        {
            return parameters[place].Kind;
        }

        return word.Is("USING") && _tokens[i + 1].Is("AS") ? Column(i + 2) : null;
    }

    private ValueKind? Literal(int i) => _tokens[i].Kind is TokenKind.Text or TokenKind.Number ? Operand(i) : null;

    /// <summary>What comes of the CASE that a place stands in: the kind of its first result, which the others must have.</summary>
    private ValueKind? ResultOfCase(int i)
    {
        while (i > 0 && !_tokens[i].Is("CASE"))
        {
            i--;
        }

        return i > 0 && _tokens.IndexOf("THEN", i) is var then and > 0 ? Operand(then + 1) ?? Column(then + 1) : null;
    }

    /// <summary>The kind of the column whose name stands at a place.</summary>
    private ValueKind? Column(int at)
    {
        var name = _tokens[at].Text;
        if (_columns.TryGetValue(name, out var kind))
        {
            return kind;
        }

        return _isDefinition && OracleSchema.Of(Defining()).Tables.Values.FirstOrDefault(table => table.Columns.ContainsKey(name)) is { } made
            ? made.Columns[name]
            : null;
    }

    private ValueKind? DefaultOf(int i)
    {
        for (var at = i; at > 0; at--)
        {
            if (Column(at) is { } kind && !_tokens[at].Is("DEFAULT"))
            {
                return kind;
            }
        }

        return null;
    }

    private IEnumerable<string> Defining() => _tokens.Begin("CREATE", "TABLE") ? [string.Join(' ', _tokens.List)] : [];
}
