namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>A test that parses; skipped, with the reason, where the parser is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GrammarFactAttribute : FactAttribute
{
    public GrammarFactAttribute() => Skip = Directory.Exists(Path.Combine(OracleGrammar.Folder, "node_modules"))
        ? null
        : "The parser of Oracle's SQL is not installed: npm ci --prefix tests/Storage.Tests/Oracle/Grammar";
}
