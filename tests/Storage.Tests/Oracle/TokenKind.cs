namespace LoApi.Storage.Tests.Oracle;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Bind,
    Text,
    Number,
    Symbol,
}
