namespace LoApi.Users;

/// <summary>The form of a user's id.</summary>
public static class UserId
{
    /// <summary>One to twenty letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</summary>
    public const string Pattern = "^[A-Za-z0-9._-]{1,20}$";

    /// <summary>Whether <paramref name="text"/> could be a user's id.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: >= 1 and <= 20 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
