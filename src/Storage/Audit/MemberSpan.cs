using System.Text.Json;

namespace LoApi.Storage.Audit;

/// <summary>Where the value of a member stands in UTF-8 JSON.</summary>
/// <param name="Pointer">Which member.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
internal readonly record struct MemberSpan(string Pointer, int Start, int End)
{
    /// <summary>The values of members, in the order in which they stand there; those that are null hold nothing and are none.</summary>
    public static List<MemberSpan> Find(ReadOnlySpan<byte> json, MemberTree members)
    {
        var found = new List<MemberSpan>();
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            Collect(ref reader, members, found);
        }

        return found;
    }

    private static void Collect(ref Utf8JsonReader reader, MemberTree members, List<MemberSpan> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (pointer, below) = members.Find(in reader);
            reader.Read();
            if (below is not null && reader.TokenType == JsonTokenType.StartObject)
            {
                Collect(ref reader, below, found);
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            if (pointer is not null && !isNull)
            {
                found.Add(new(pointer, start, (int)reader.BytesConsumed));
            }
        }
    }
}
