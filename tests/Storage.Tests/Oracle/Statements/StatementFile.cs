using System.Collections.Immutable;
using System.Text;
using LoApi.Fixtures;
using LoApi.Storage.Tests.Oracle.Recorder;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>
/// The file of statements: every one that LoApi sends to Oracle, in binary order. Each ends with a line that is a slash;
/// the line before its text says where it is sent, and its binds with their types.
/// </summary>
internal static class StatementFile
{
    private const string Heading =
        """
        -- Every statement that LoApi sends to Oracle, and those that Orleans reads from OrleansQuery. Generated:
        -- LOAPI_UPDATE_ORACLE_STATEMENTS=1 dotnet test tests/Storage.Tests --filter FullyQualifiedName~RecorderConformance
        -- Of a list of values it has the first; whatever else is bound follows it.
        """;

    public static string FullName { get; } = Repository.File("tests/Storage.Tests/Oracle/oracle-statements.sql");

    /// <summary>What stands on file.</summary>
    public static ImmutableArray<StatementOnFile> Statements { get; } = File.Exists(FullName) ? Parse(File.ReadAllText(FullName)) : [];

    public static string Render(IEnumerable<StatementOnFile> statements)
    {
        var file = new StringBuilder(Heading.ReplaceLineEndings("\n")).Append('\n');
        foreach (var statement in statements.OrderBy(statement => statement.Text, StringComparer.Ordinal))
        {
            var binds = statement.Binds.Length == 0 ? "" : $": {string.Join(", ", statement.Binds)}";
            file.Append($"\n-- {statement.Where}{binds}\n{statement.Text}\n/\n");
        }

        return file.ToString();
    }

    public static ImmutableArray<StatementOnFile> Parse(string file) =>
    [
        .. file.ReplaceLineEndings("\n").Split("\n/\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry[(entry.IndexOf("\n\n-- ", StringComparison.Ordinal) is var begin and >= 0 ? begin + 2 : 0)..].TrimStart('\n'))
            .Where(entry => entry.Contains('\n', StringComparison.Ordinal))
            .Select(entry =>
            {
                var end = entry.IndexOf('\n', StringComparison.Ordinal);
                var parts = entry[3..end].Split(": ", 2);
                return new StatementOnFile(parts[0], entry[(end + 1)..], parts.Length == 1 ? [] : [.. parts[1].Split(", ").Select(Bind)]);
            }),
    ];

    private static RecordedBind Bind(string bind)
    {
        var parts = bind.Split(' ');
        return new(parts[0], Enum.Parse<BindType>(parts[1]));
    }
}
