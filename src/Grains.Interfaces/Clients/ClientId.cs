namespace LoApi.Clients;

/// <summary>The form of a client's id.</summary>
public static class ClientId
{
    /// <summary>Characters that an id has at most.</summary>
    public const int MaxLength = 40;

    /// <summary>Stands for callers of whom nothing is proven, or while authentication is off.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>Stands for operators who have signed in at <c>/ops</c>.</summary>
    public const string Operations = "loapi-ops";

    /// <summary>
    /// Ids that stand for no app server: the service itself, its operators' program, its operators' page, and
    /// <see cref="Anonymous"/>.
    /// </summary>
    private static readonly string[] Reserved = ["system", "loapi-admin", Operations, Anonymous];

    /// <summary>
    /// Whether <paramref name="text"/> could be a client's id: one to forty lower-case letters, digits and <c>-</c>,
    /// the first of them a letter or a digit.
    /// </summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength || text[0] == '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no client may have this id.</summary>
    public static bool IsReserved(string id) => Reserved.Contains(id, StringComparer.Ordinal);
}
