using System.Collections.Immutable;
using LoApi.Storage.Migrations;
using LoApi.Storage.Tests.Dialects;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>The schema that the migrations make on Oracle, read out of their statements.</summary>
internal sealed class OracleSchema
{
    private readonly Dictionary<string, OracleTable> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What all migrations make.</summary>
    public static OracleSchema Current { get; } = Of(
        [.. StatementFile.Statements.Select(statement => statement.Text).Where(IsHistory), .. Definitions]);

    /// <summary>The statements of all migrations.</summary>
    public static IEnumerable<string> Definitions => Migration.All.SelectMany(migration => migration.Statements(FakeOracle.Dialect()));

    public IReadOnlyDictionary<string, OracleTable> Tables => _tables;

    /// <summary>The parameters of functions, by the function's name.</summary>
    public Dictionary<string, ImmutableArray<(string Name, ValueKind Kind)>> Functions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whatever the statements name: tables, views, columns, constraints, indexes, functions.</summary>
    public List<string> Names { get; } = [];

    public static OracleSchema Of(IEnumerable<string> definitions)
    {
        var schema = new OracleSchema();
        foreach (var definition in definitions)
        {
            schema.Apply(new Tokens(definition));
        }

        return schema;
    }

    // What a migration keeps its own record in.
    private static bool IsHistory(string statement) =>
        statement.StartsWith("CREATE TABLE SCHEMA_MIGRATION ", StringComparison.Ordinal) || statement.StartsWith("CREATE TABLE MIGRATION_LOCK ", StringComparison.Ordinal);

    private void Apply(Tokens tokens)
    {
        if (tokens.Begin("CREATE", "TABLE"))
        {
            CreateTable(tokens[2].Text, tokens.ListAt(3));
        }
        else if (tokens.Begin("CREATE", "INDEX") || tokens.Begin("CREATE", "UNIQUE", "INDEX"))
        {
            var on = tokens.IndexOf("ON");
            Names.Add(tokens[on - 1].Text);
            _tables[tokens[on + 1].Text].Indexes.Add(new(tokens[on - 1].Text, [.. tokens.ListAt(on + 2).Select(item => item[0].Text)]));
        }
        else if (tokens.Begin("DROP", "INDEX"))
        {
            foreach (var table in _tables.Values)
            {
                table.Indexes.RemoveAll(index => string.Equals(index.Name, tokens[2].Text, StringComparison.OrdinalIgnoreCase));
            }
        }
        else if (tokens.Begin("CREATE", "VIEW"))
        {
            CreateView(tokens[2].Text, tokens);
        }
        else if (tokens.Begin("ALTER", "TABLE"))
        {
            Add(_tables[tokens[2].Text], tokens[4..]);
        }
        else if (tokens.Begin("CREATE", "OR", "REPLACE", "FUNCTION"))
        {
            Names.Add(tokens[4].Text);
            Functions[tokens[4].Text] = [.. tokens.ListAt(5).Select(item => (item[0].Text, KindOf(item[2].Text)))];
            Names.AddRange(tokens.ListAt(5).Select(item => item[0].Text));
        }
    }

    private void CreateTable(string name, IEnumerable<Tokens> items)
    {
        var table = new OracleTable(name);
        _tables[name] = table;
        Names.Add(name);
        foreach (var item in items)
        {
            Add(table, item);
        }
    }

    // A view's columns have the kinds of those that it selects, or are texts that it makes; it is searched by the indexes of
    // the first table it selects from.
    private void CreateView(string name, Tokens tokens)
    {
        var from = tokens.IndexOf("FROM");
        var sources = Enumerable.Range(from, tokens.Length - from)
            .Where(i => (tokens[i - 1].Is("FROM") || tokens[i - 1].Is("JOIN")) && _tables.ContainsKey(tokens[i].Text))
            .Select(i => _tables[tokens[i].Text])
            .ToArray();
        var view = new OracleTable(name);
        _tables[name] = view;
        Names.Add(name);
        foreach (var item in new Tokens([new(TokenKind.Symbol, "("), .. tokens.Slice(5, from - 5).List, new(TokenKind.Symbol, ")")]).ListAt(0))
        {
            var column = item[item.Length - 1].Text;
            var isMade = item.Has("TO_CHAR");
            view.Columns[column] = isMade ? ValueKind.Text : sources.First(source => source.Columns.ContainsKey(column)).Columns[column];
            Names.Add(column);
            if (!isMade)
            {
                view.Indexes.AddRange(sources[0].Indexes.Where(index => string.Equals(index.Columns[0], column, StringComparison.OrdinalIgnoreCase)));
            }
        }
    }

    private void Add(OracleTable table, Tokens item)
    {
        var constraint = item.IndexOf("CONSTRAINT");
        if (constraint >= 0)
        {
            Names.Add(item[constraint + 1].Text);
        }

        if (constraint != 0)
        {
            table.Columns[item[0].Text] = KindOf(item[1].Text);
            Names.Add(item[0].Text);
        }

        if (item.IndexOf("PRIMARY") is var primary and >= 0)
        {
            table.Indexes.Add(new(item[constraint + 1].Text, constraint == 0 ? item.NamesAt(primary + 2) : [item[0].Text]));
        }
        else if (item.IndexOf("UNIQUE") is var unique and >= 0)
        {
            table.Indexes.Add(new(item[constraint + 1].Text, item.NamesAt(unique + 1)));
        }
        else if (item.IndexOf("FOREIGN") is var foreign and >= 0)
        {
            table.ForeignKeys.Add(new(item[constraint + 1].Text, item.NamesAt(foreign + 2)));
        }
    }

    private static ValueKind KindOf(string type) => type.ToUpperInvariant() switch
    {
        "VARCHAR2" or "NVARCHAR2" => ValueKind.Text,
        "CLOB" => ValueKind.Clob,
        "NUMBER" => ValueKind.Number,
        "DATE" => ValueKind.Date,
        "TIMESTAMP" => ValueKind.Timestamp,
        _ => throw new InvalidDataException($"{type} is no type that LoApi uses."),
    };
}
