using System.Globalization;
using System.Text.Json;
using LoApi.Errors;

namespace LoApi.Json;

/// <summary>What is asked of JSON that no model describes: that every reader reads the same out of it.</summary>
public static class FreeJson
{
    /// <summary>
    /// What is wrong with a value: members that stand twice, text that is no Unicode, control characters other than tab
    /// and line ends. Empty where nothing is.
    /// </summary>
    public static IEnumerable<MemberError> Faults(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => OfMembers(value, pointer),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) =>
            Faults(item, JsonText.Append(pointer, i.ToString(CultureInfo.InvariantCulture)))),
        JsonValueKind.String when !IsSound(JsonText.Of(value)) => [new(pointer, ProblemCode.InvalidFormat, "Unicode text without control characters other than tab and line ends.")],
        _ => [],
    };

    private static IEnumerable<MemberError> OfMembers(JsonElement value, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            var path = JsonText.Append(pointer, name);
            if (!IsSound(name))
            {
                yield return new(path, ProblemCode.InvalidFormat, "A member's name is no Unicode text, or holds control characters.");
            }
            else if (!seen.Add(name!))
            {
                yield return new(path, ProblemCode.DuplicateMember, "The member stands twice in the object.");
            }

            foreach (var fault in Faults(property.Value, path))
            {
                yield return fault;
            }
        }
    }

    private static bool IsSound(string? text) =>
        text is not null && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));
}
