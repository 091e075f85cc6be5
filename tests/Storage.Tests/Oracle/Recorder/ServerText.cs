using System.Text.RegularExpressions;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>
/// What PostgreSQL is asked in place of a statement for Oracle: the statement itself. The exceptions: types in DDL, which
/// are looked up in a table; <c>ALTER SESSION</c>, of which PostgreSQL needs nothing; and PL/SQL, which it does not know.
/// A server that is like Oracle gets all but <c>ALTER SESSION</c> as it is; only Orleans' NVARCHAR2 IvorySQL does not know.
/// </summary>
internal static partial class ServerText
{
    private static readonly (Regex Oracle, string PostgreSql)[] Types =
    [
        (Characters(), """varchar(${kept}) COLLATE "C" """),
        (Bytes(), """varchar(${kept}) COLLATE "C" """),
        (National(), "varchar(${kept})"),
        (Number(), "numeric("),
        (Clob(), "text"),
        (Day(), "${kept} timestamp(0)"),
        (InUtc(), "(now() AT TIME ZONE 'UTC')"),
    ];

    /// <summary>The text for the server; null for what it is not asked at all.</summary>
    public static string? Of(string statement, bool serverIsOracleLike)
    {
        if (statement.StartsWith("ALTER SESSION", StringComparison.Ordinal))
        {
            return null;
        }

        if (serverIsOracleLike)
        {
            return statement.StartsWith("CREATE ", StringComparison.Ordinal)
                ? NationalParameter().Replace(National().Replace(statement, "VARCHAR2(${kept} CHAR)"), "VARCHAR2")
                : statement;
        }

        if (statement.StartsWith("CREATE OR REPLACE FUNCTION", StringComparison.Ordinal))
        {
            return null;
        }

        return statement.StartsWith("CREATE TABLE", StringComparison.Ordinal) || statement.StartsWith("ALTER TABLE", StringComparison.Ordinal)
            ? Types.Aggregate(statement, (text, type) => type.Oracle.Replace(text, type.PostgreSql))
            : statement;
    }

    [GeneratedRegex(@"\bVARCHAR2\((?<kept>[0-9]+) CHAR\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Characters();

    [GeneratedRegex(@"\bVARCHAR2\((?<kept>[0-9]+) BYTE\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bytes();

    [GeneratedRegex(@"\bNVARCHAR2\((?<kept>[0-9]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex National();

    [GeneratedRegex(@"\bNVARCHAR2\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NationalParameter();

    [GeneratedRegex(@"\bNUMBER\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\bCLOB\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Clob();

    [GeneratedRegex(@"(?m)^(?<kept>  \w+) DATE\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Day();

    [GeneratedRegex(@"SYS_EXTRACT_UTC\(SYSTIMESTAMP\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex InUtc();
}
