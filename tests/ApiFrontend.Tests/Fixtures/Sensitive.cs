using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>What the tests of a run have used of secrets, tokens and personal data: no host may have logged any of it.</summary>
internal static class Sensitive
{
    // Shorter ones are found in innocent words.
    private const int Least = 6;

    private static readonly ConcurrentDictionary<string, bool> Values = new(StringComparer.Ordinal);

    /// <summary>Remembers a value.</summary>
    public static string Keep(string value)
    {
        if (value.Length >= Least)
        {
            Values.TryAdd(value, true);
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
        catch (JsonException)
        {
            // A test of what is no JSON: there are no members in it that could be personal.
        }
    }

    /// <summary>The entries that hold some of it, each with what it holds.</summary>
    public static IReadOnlyList<string> FindIn(IEnumerable<CapturedLog> entries)
    {
        var values = SearchValues.Create([.. Values.Keys], StringComparison.Ordinal);
        var found = new List<string>();
        foreach (var entry in entries)
        {
            var text = $"{entry.Category}: {entry.Message} {string.Join(' ', entry.Members)} {entry.Exception}";
            if (text.AsSpan().IndexOfAny(values) is >= 0 and var at)
            {
                found.Add($"at {at} of: {text}");
            }
        }

        return found;
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
                else if (reader.TokenType == JsonTokenType.String && (name is "email" or "phone" || (inContact && name == "name")))
                {
                    Keep(reader.GetString()!);
                }
            }
        }
    }
}
