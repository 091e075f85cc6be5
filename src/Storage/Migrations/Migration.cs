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
/// <c>{long}</c>. A statement ends with a semicolon at the end of a line; a line that begins with <c>--</c> is a comment.
/// A statement that adds a constraint to a table is left out where the database cannot.
/// </summary>
internal sealed partial record Migration(int Number, string Name, string Text)
{
    private const string Prefix = "LoApi.Storage.Migrations.";

    /// <summary>What the file said when it was applied: SHA-256, hexadecimal. Line ends do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The migrations of this version, in order.</summary>
    public static ImmutableArray<Migration> All { get; } = ReadAll();

    /// <summary>The statements, in the words of a dialect.</summary>
    public IEnumerable<string> Statements(IDialect dialect)
    {
        var lines = Text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        return string.Join('\n', lines)
            .Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(statement => dialect.AddsConstraints || !AddedConstraint().IsMatch(statement))
            .Select(statement => Token().Replace(statement.TrimEnd(';'), match => Type(match, dialect)));
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
}
