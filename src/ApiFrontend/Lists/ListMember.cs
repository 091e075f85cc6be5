namespace LoApi.ApiFrontend.Lists;

/// <summary>A member that a list can be filtered or sorted by.</summary>
/// <param name="Name">The member's name in JSON; in a query <c>-</c> and <c>_</c> are the same.</param>
/// <param name="Type">What its values look like.</param>
/// <param name="Filterable">Whether rows can be filtered by it.</param>
/// <param name="Sortable">Whether rows can be sorted by it.</param>
internal sealed record ListMember(string Name, MemberType Type, bool Filterable = true, bool Sortable = false)
{
    /// <summary>Whether a name in a query means this member.</summary>
    public bool IsNamed(ReadOnlySpan<char> name)
    {
        if (name.Length != Name.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != Name[i] && !(name[i] == '-' && Name[i] == '_'))
            {
                return false;
            }
        }

        return true;
    }
}
