using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LoApi.Storage.Dialects;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Migrations;

/// <summary>
/// One step of the schema: a numbered file, written once for all databases. Column types stand in it as tokens:
/// <c>{text:40}</c> <c>{clob}</c> <c>{uuid}</c> <c>{instant}</c> <c>{date}</c> <c>{money}</c> <c>{bool}</c> <c>{int}</c>
/// <c>{long}</c>. A statement ends with a semicolon at the end of a line, and a function with a line that is a slash; a line
/// that begins with <c>--</c> is a comment. What follows a line <c>--! PostgreSql</c> is for that database only, up to the
/// next such line. A statement that adds a constraint to a table is left out where the database cannot.
/// </summary>
internal sealed partial record Migration(int Number, string Name, string Text)
{
    private const string Prefix = "LoApi.Storage.Migrations.";
    private const string Only = "--! ";

    /// <summary>What the file said when it was applied: SHA-256, hexadecimal. Line ends do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The migrations of this version, in order.</summary>
    public static ImmutableArray<Migration> All { get; } = ReadAll();

    /// <summary>The statements, in the words of a dialect.</summary>
    public IEnumerable<string> Statements(IDialect dialect) => Split(dialect.Provider)
        .Where(statement => dialect.AddsConstraints || !AddedConstraint().IsMatch(statement))
        .Select(statement => Token().Replace(statement, match => Type(match, dialect)));

    private IEnumerable<string> Split(StorageProvider provider)
    {
        var statement = new StringBuilder();
        var applies = true;
        foreach (var line in Text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(Only, StringComparison.Ordinal))
            {
                applies = string.Equals(line[Only.Length..].Trim(), provider.ToString(), StringComparison.Ordinal);
            }
            else if (applies && !line.TrimStart().StartsWith("--", StringComparison.Ordinal))
            {
                statement.Append(line).Append('\n');
                if (Ended(statement.ToString().Trim()) is { } ended)
                {
                    yield return ended;
                    statement.Clear();
                }
            }
        }

        if (statement.ToString().Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>The statement without its end, or null where it goes on.</summary>
    private static string? Ended(string text)
    {
        if (Function().IsMatch(text))
        {
            return text.EndsWith("\n/", StringComparison.Ordinal) ? text[..^2] : null; // Its own last semicolon stays.
        }

        return text.EndsWith(';') ? text.TrimEnd(';') : null;
    }

    private static string Type(Match token, IDialect dialect)
    {
        if (!Enum.TryParse<ColumnKind>(token.Groups["kind"].Value, ignoreCase: true, out var kind))
        {
            throw new InvalidDataException($"There is no column type {token.Value}.");
        }

        var length = token.Groups["length"].Success ? int.Parse(token.Groups["length"].Value, CultureInfo.InvariantCulture) : 0;
        return dialect.ColumnType(kind, length);
    }

    private static ImmutableArray<Migration> ReadAll()
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(resource =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                    var name = resource[Prefix.Length..^".sql".Length];
                    return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
                })
                .OrderBy(migration => migration.Number),
        ];
    }

    [GeneratedRegex(@"\{(?<kind>[a-z]+)(:(?<length>[0-9]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^ALTER TABLE \w+ ADD CONSTRAINT ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddedConstraint();

    [GeneratedRegex(@"^CREATE (OR REPLACE )?FUNCTION ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function();
}
