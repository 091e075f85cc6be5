using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>Statements without their names: what two of them have in common that differ only in those.</summary>
internal static class OracleForm
{
    private static readonly FrozenSet<string> Names = OracleSchema.Current.Names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// As few of the statements as have among them every sequence of three tokens that stands in any, names aside; short
    /// ones first.
    /// </summary>
    public static ImmutableArray<string> ChooseFrom(IEnumerable<string> statements)
    {
        var known = new HashSet<(string First, string Second, string Third)>();
        var chosen = ImmutableArray.CreateBuilder<string>();
        foreach (var statement in statements.OrderBy(statement => statement.Length).ThenBy(statement => statement, StringComparer.Ordinal))
        {
            string[] form = ["", .. OracleText.TokensOf(statement).Select(FormOf), ""];
            var before = known.Count;
            known.UnionWith(form.Zip(form.Skip(1), form.Skip(2)));
            if (known.Count > before)
            {
                chosen.Add(statement);
            }
        }

        return chosen.ToImmutable();
    }

    private static string FormOf(Token token) => token.Kind switch
    {
        TokenKind.Bind => ":b",
        TokenKind.Number => "0",
        TokenKind.Text => "'t'",
        TokenKind.Word when Names.Contains(token.Text) || char.IsLower(token.Text[0]) => "n",
        _ => token.Text,
    };
}
