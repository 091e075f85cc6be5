using System.Text.RegularExpressions;
using LoApi.Storage.Tests.Oracle.Recorder;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>
/// The statements that Orleans reads from OrleansQuery and executes. It binds texts as VARCHAR2, numbers as Int32 and
/// times as TIMESTAMP, by their names.
/// </summary>
internal static partial class OrleansStatements
{
    public static IEnumerable<StatementOnFile> All => OracleSchema.Definitions
        .Select(definition => Query().Match(definition))
        .Where(match => match.Success)
        .Select(match => match.Groups["text"].Value.Trim())
        .Select(text => new StatementOnFile("by Orleans", text, [.. OracleText.BindsOf(text).Select(name => new RecordedBind(name, TypeOf(name)))]));

    private static BindType TypeOf(string name) => name switch
    {
        "Port" or "Generation" or "Status" or "ProxyPort" or "Version" => BindType.Int32,
        "StartTime" or "IAmAliveTime" => BindType.TimeStamp,
        _ => BindType.Varchar2,
    };

    [GeneratedRegex(@"^INSERT INTO OrleansQuery \(QueryKey, QueryText\)\s+VALUES \('\w+', '(?<text>[^']+)'\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Query();
}
