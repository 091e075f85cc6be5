namespace LoApi.Storage.Tests.Oracle;

/// <summary>A piece of a statement. A bind's text is its name, without the colon.</summary>
internal readonly record struct Token(TokenKind Kind, string Text)
{
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind == TokenKind.Bind ? ":" + Text : Text;
}
