using System.Text;

namespace LoApi.Storage.Audit;

/// <summary>Members of a JSON object by name, some of which are looked for and some of which hold such in turn.</summary>
internal sealed class MemberTree
{
    private readonly List<(byte[] Name, string? Pointer, MemberTree Below)> _members = [];

    private MemberTree()
    {
    }

    /// <summary>The tree of members that JSON pointers (RFC 6901) name, no member of an array among them.</summary>
    public static MemberTree Of(IEnumerable<string> pointers)
    {
        var root = new MemberTree();
        foreach (var pointer in pointers)
        {
            root.Add(pointer, pointer.AsSpan(1));
        }

        return root;
    }

    /// <summary>What a member is: its pointer where it is looked for, else what is below it.</summary>
    public (string? Pointer, MemberTree? Below) Find(ref readonly System.Text.Json.Utf8JsonReader reader)
    {
        foreach (var (name, pointer, below) in _members)
        {
            if (reader.ValueTextEquals(name))
            {
                return (pointer, pointer is null ? below : null);
            }
        }

        return default;
    }

    private void Add(string pointer, ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('/');
        var name = Encoding.UTF8.GetBytes((end < 0 ? rest : rest[..end]).ToString());
        var index = _members.FindIndex(member => member.Name.AsSpan().SequenceEqual(name));
        if (index < 0)
        {
            index = _members.Count;
            _members.Add((name, end < 0 ? pointer : null, new MemberTree()));
        }

        if (end >= 0)
        {
            _members[index].Below.Add(pointer, rest[(end + 1)..]);
        }
    }
}
