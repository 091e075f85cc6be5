using System.Text.RegularExpressions;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>A statement without its names: what two that differ only in names, and in how many of them, have in common.</summary>
internal static partial class OracleForm
{
    public static string Of(string statement)
    {
        var names = OracleSchema.Current.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var form = string.Join(' ', OracleText.TokensOf(statement).Select(token => token.Kind switch
        {
            TokenKind.Bind => ":b",
            TokenKind.Number => "0",
            TokenKind.Text => "'t'",
            TokenKind.Word when names.Contains(token.Text) || char.IsLower(token.Text[0]) => "n",
            _ => token.Text,
        }));
        return Repeated().Replace(form.Replace("n . n", "n", StringComparison.Ordinal), "${item}");
    }

    [GeneratedRegex(@"(?<item>[^,()]+ , |AND [^,()]+? (?=AND|ORDER|$)|[^,()]+ \( [^()]+ \) [^,()]*, )\k<item>+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Repeated();
}
