namespace LoApi.Locations;

/// <summary>The form of a location's id.</summary>
public static class LocationId
{
    /// <summary>One to seven digits.</summary>
    public const string Pattern = "^[0-9]{1,7}$";

    /// <summary>Whether <paramref name="text"/> could be a location's id.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: >= 1 and <= 7 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
