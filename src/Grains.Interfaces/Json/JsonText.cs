using System.Text.Json;

namespace LoApi.Json;

/// <summary>Text and JSON pointers (RFC 6901) of bodies that may hold anything.</summary>
public static class JsonText
{
    /// <summary>Longer names are cut in pointers: the caller's engineer will know them by their beginning.</summary>
    private const int MaxNameInPointer = 64;

    /// <summary>The member's name, or null where it is no Unicode text (an unpaired surrogate).</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a JSON string, or null where it is no Unicode text.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The pointer to a member of what another points to.</summary>
    public static string Append(string pointer, string? name)
    {
        var shown = name is null ? "?" : name.Length > MaxNameInPointer ? name[..MaxNameInPointer] + "…" : name;
        return $"{pointer}/{shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
    }
}
