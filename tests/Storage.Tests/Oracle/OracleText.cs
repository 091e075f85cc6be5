using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>Cuts statements for Oracle into tokens. Comments are none; quoted identifiers are symbols and words.</summary>
internal static partial class OracleText
{
    /// <summary>The tokens in order.</summary>
    public static ImmutableArray<Token> TokensOf(string statement) =>
    [
        .. Pieces().Matches(statement).Where(piece => !piece.Groups["comment"].Success).Select(piece =>
            piece.Groups["bind"].Success ? new Token(TokenKind.Bind, piece.Groups["bind"].Value)
            : piece.Groups["text"].Success ? new Token(TokenKind.Text, piece.Value)
            : piece.Groups["number"].Success ? new Token(TokenKind.Number, piece.Value)
            : piece.Groups["word"].Success ? new Token(TokenKind.Word, piece.Value)
            : new Token(TokenKind.Symbol, piece.Value)),
    ];

    /// <summary>The names of its binds in order, a name as often as it stands there.</summary>
    public static ImmutableArray<string> BindsOf(string statement) =>
        [.. TokensOf(statement).Where(token => token.Kind == TokenKind.Bind).Select(token => token.Text)];

    [GeneratedRegex(
        @"(?<comment>--[^\n]*|/\*.*?\*/)|(?<text>'(?:[^']|'')*')|:=|(?<![:\w]):(?<bind>[A-Za-z]\w*)|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w$#]*)|<=|>=|<>|!=|\|\||=>|::|\S",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pieces();
}
