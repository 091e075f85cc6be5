using System.Collections.Immutable;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>The tokens of a statement, or of a part of one.</summary>
internal sealed class Tokens(ImmutableArray<Token> list)
{
    public Tokens(string statement)
        : this(OracleText.TokensOf(statement))
    {
    }

    public ImmutableArray<Token> List => list;

    public int Length => list.Length;

    /// <summary>The token at a place; a symbol without a text outside of the statement.</summary>
    public Token this[int index] => index >= 0 && index < list.Length ? list[index] : new Token(TokenKind.Symbol, "");

    public Tokens Slice(int start, int length) => new(list.Slice(start, length));

    public bool Begin(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!this[i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Has(string word) => IndexOf(word) >= 0;

    /// <summary>The first place of a word, from one on; -1 for none.</summary>
    public int IndexOf(string word, int from = 0)
    {
        for (var i = from; i < list.Length; i++)
        {
            if (list[i].Is(word))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the parenthesis ends that begins at a place.</summary>
    public int EndOf(int open)
    {
        var depth = 0;
        for (var i = open; i < list.Length; i++)
        {
            depth += list[i].Is("(") ? 1 : list[i].Is(")") ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new InvalidDataException("A parenthesis does not end.");
    }

    /// <summary>Where the parenthesis begins that a place stands in; -1 for none.</summary>
    public int StartOf(int inside)
    {
        var depth = 0;
        for (var i = inside - 1; i >= 0; i--)
        {
            depth += list[i].Is(")") ? 1 : list[i].Is("(") ? -1 : 0;
            if (depth < 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The items of the list in parentheses that begins at a place.</summary>
    public IReadOnlyList<Tokens> ListAt(int open)
    {
        var items = new List<Tokens>();
        var end = EndOf(open);
        var start = open + 1;
        for (var i = start; i <= end; i++)
        {
            if (i == end || (list[i].Is(",") && StartOf(i) == open))
            {
                items.Add(Slice(start, i - start));
                start = i + 1;
            }
        }

        return items;
    }

    public ImmutableArray<string> NamesAt(int open) => [.. ListAt(open).Select(item => item[0].Text)];
}
