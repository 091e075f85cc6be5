using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>What the tests of a run have used of secrets, tokens and personal data: no host may have logged any of it.</summary>
internal static class Sensitive
{
    // Shorter ones are found in innocent words. By so many of its last characters a value is looked for first: tokens begin alike.
    private const int Least = 6;

    // Members of payoffs, locations and users; an escrow's contact is a name, others are objects.
    private static readonly FrozenSet<string> Personal =
        FrozenSet.Create(StringComparer.Ordinal, "email", "phone", "contact", "line1", "line2", "user_name", "first_name", "last_name");

    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> ByEnding = new(StringComparer.Ordinal);

    /// <summary>Remembers a value.</summary>
    public static string Keep(string value)
    {
        if (value.Length >= Least)
        {
            ByEnding.GetOrAdd(value[^Least..], _ => new(StringComparer.Ordinal)).TryAdd(value, true);
        }

        return value;
    }

    /// <summary>Remembers whatever a JSON text says of persons: how they are reached and what they are called.</summary>
    public static void KeepContacts(string json)
    {
        if (!json.StartsWith('{'))
        {
            return;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        try
        {
            KeepContacts(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A test of what is no JSON, or no Unicode: there are no members after that which could be personal.
        }
    }

    /// <summary>The entries that hold some of it, each with what it holds.</summary>
    public static IReadOnlyList<string> FindIn(IEnumerable<CapturedLog> entries) =>
        FindIn(entries.Select(entry => $"{entry.Category}: {entry.Message} {string.Join(' ', entry.Members)} {entry.Exception}"));

    /// <summary>The texts that hold some of it, each with what it holds.</summary>
    public static IReadOnlyList<string> FindIn(IEnumerable<string> texts) =>
        [.. texts.Select(text => (Text: text, Value: FindIn(text))).Where(found => found.Value is not null).Select(found => $"{found.Value} in: {found.Text}")];

    private static string? FindIn(string text)
    {
        var endings = ByEnding.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at + Least <= text.Length; at++)
        {
            if (endings.TryGetValue(text.AsSpan(at, Least), out var values)
                && values.Keys.FirstOrDefault(value => text.AsSpan(0, at + Least).EndsWith(value, StringComparison.Ordinal)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static void KeepContacts(ref Utf8JsonReader reader)
    {
        var (inContact, contactDepth) = (false, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && inContact && reader.CurrentDepth == contactDepth)
            {
                inContact = false;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (name == "contact" && reader.TokenType == JsonTokenType.StartObject)
                {
                    (inContact, contactDepth) = (true, reader.CurrentDepth);
                }
                else if (reader.TokenType == JsonTokenType.String && (Personal.Contains(name!) || (inContact && name == "name")))
                {
                    Keep(reader.GetString()!);
                }
            }
        }
    }
}
