using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>
/// Which tables of a statement can be entered by an index: by a column that a condition holds against a value, or against a
/// column of a table that was entered before. Tables that are joined by nothing but each other's keys are not.
/// </summary>
internal sealed class OracleSearches
{
    private static readonly FrozenSet<string> Comparisons =
        new[] { "=", "<", ">", "<=", ">=", "IN", "BETWEEN" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Clauses =
        new[] { "SELECT", "FROM", "WHERE", "ON", "SET", "HAVING", "GROUP", "ORDER", "USING", "VALUES", "JOIN", "LEFT", "INNER", "FETCH", "UNION" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Tokens _tokens;
    private readonly ImmutableArray<(string Alias, OracleTable Table, int At)> _tables;
    private readonly ImmutableArray<Condition> _conditions;

    public OracleSearches(Tokens tokens)
    {
        _tokens = tokens;
        _tables = [.. StatementTypes.TablesOf(tokens)];
        _conditions = [.. Conditions()];
    }

    /// <summary>The tables that are read whole, each with the columns that it is asked for by.</summary>
    public IEnumerable<(OracleTable Table, ImmutableArray<string> Columns)> ReadWhole()
    {
        var sorted = Sorted();
        var entered = _tables.Where(table => table.At == sorted.Table && HasIndex(table.Table, sorted.Column)).Select(table => table.At).ToHashSet();
        while (_tables.FirstOrDefault(table => !entered.Contains(table.At) && CanBeEntered(table, entered)) is { Table: not null } next)
        {
            entered.Add(next.At);
        }

        return _tables.Where(table => !entered.Contains(table.At)).Select(table => (
            table.Table,
            _conditions.Where(condition => condition.Table == table.At).Select(condition => condition.Column).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray()));
    }

    private bool CanBeEntered((string Alias, OracleTable Table, int At) table, HashSet<int> entered) => _conditions.Any(condition =>
        condition.Table == table.At && (condition.Other is not { } other || entered.Contains(other)) && HasIndex(table.Table, condition.Column));

    private static bool HasIndex(OracleTable table, string column) =>
        table.Indexes.Any(index => string.Equals(index.Columns[0], column, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the first rows are asked for by.</summary>
    private (int Table, string Column) Sorted()
    {
        if (!_tokens.Has("FETCH") || _tokens.IndexOf("ORDER") is not (var order and >= 0))
        {
            return (-1, "");
        }

        var column = order + (_tokens[order + 3].Is(".") ? 4 : 2);
        return (OwnerOf(column) ?? -1, _tokens[column].Text);
    }

    private IEnumerable<Condition> Conditions()
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (OwnerOf(i) is not { } table || ClauseOf(i) is not { } clause
                || !(_tokens[clause].Is("WHERE") || _tokens[clause].Is("ON")) || StandsInOr(i, clause))
            {
                continue;
            }

            // A column of a query around it is no condition of that query; nor does LEFT JOIN ... ON choose rows of the left side.
            var begin = _tokens[i - 1].Is(".") ? i - 2 : i;
            var isMine = _tokens.StartOf(table) == _tokens.StartOf(clause) && !(OuterJoined(clause) is { } joined && joined != table);
            if (isMine && Comparisons.Contains(_tokens[i + 1].Text))
            {
                yield return new(table, _tokens[i].Text, OwnerOf(_tokens[i + 3].Is(".") ? i + 4 : i + 2));
            }
            else if (isMine && Comparisons.Contains(_tokens[begin - 1].Text))
            {
                yield return new(table, _tokens[i].Text, OwnerOf(begin - 2));
            }
        }
    }

    /// <summary>The place of the table that a column belongs to, that of the innermost query that has it; null for what is no column.</summary>
    private int? OwnerOf(int column)
    {
        if (_tokens[column].Kind != TokenKind.Word)
        {
            return null;
        }

        var alias = _tokens[column - 1].Is(".") ? _tokens[column - 2].Text : null;
        for (var scope = _tokens.StartOf(column); ; scope = _tokens.StartOf(scope))
        {
            foreach (var table in _tables)
            {
                if (_tokens.StartOf(table.At) == scope && column != table.At && table.Table.Columns.ContainsKey(_tokens[column].Text)
                    && (alias is null || string.Equals(table.Alias, alias, StringComparison.OrdinalIgnoreCase)))
                {
                    return table.At;
                }
            }

            if (scope < 0)
            {
                return null;
            }
        }
    }

    /// <summary>Where the clause begins that a place stands in; the word is CASE inside of such an expression.</summary>
    private int? ClauseOf(int at)
    {
        var cases = 0;
        var depth = 0;
        for (var i = at - 1; i >= 0; i--)
        {
            if (_tokens[i].Is(")"))
            {
                depth++;
            }
            else if (_tokens[i].Is("("))
            {
                depth = Math.Max(0, depth - 1); // Where it is the place's own, what is around it goes on.
            }
            else if (depth == 0 && _tokens[i].Is("END"))
            {
                cases++;
            }
            else if (depth == 0 && _tokens[i].Is("CASE") && cases-- == 0)
            {
                return i;
            }
            else if (depth == 0 && Clauses.Contains(_tokens[i].Text))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The table that LEFT JOIN adds by this ON; null for any other clause.</summary>
    private int? OuterJoined(int clause)
    {
        if (!_tokens[clause].Is("ON"))
        {
            return null;
        }

        var at = _tables.Where(table => table.At < clause && _tokens.StartOf(table.At) == _tokens.StartOf(clause)).Select(table => table.At).DefaultIfEmpty(-1).Max();
        return _tokens[at - 1].Is("JOIN") && _tokens[at - (_tokens[at - 2].Is("OUTER") ? 3 : 2)].Is("LEFT") ? at : null;
    }

    /// <summary>Whether OR makes a condition one of several, up to its clause.</summary>
    private bool StandsInOr(int at, int clause)
    {
        var query = _tokens.StartOf(clause);
        for (var start = _tokens.StartOf(at); ; start = _tokens.StartOf(start))
        {
            var end = start < 0 ? _tokens.Length : _tokens.EndOf(start);
            for (var i = (start == query ? clause : start) + 1; i < end; i++)
            {
                if (_tokens.StartOf(i) != start)
                {
                    continue;
                }

                if (_tokens[i].Is("OR"))
                {
                    return true;
                }

                if (start == query && Clauses.Contains(_tokens[i].Text))
                {
                    break; // The next clause.
                }
            }

            if (start == query)
            {
                return false;
            }
        }
    }

    /// <summary>A column that is held against a value, or against a column of another table.</summary>
    private sealed record Condition(int Table, string Column, int? Other);
}
