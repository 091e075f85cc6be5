namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

/// <summary>Says in what a public type is not the one of the same name that it stands in for.</summary>
/// <remarks>
/// What is there must be the same. What grains implement or override must be there completely; of what they only call, a
/// part will do.
/// </remarks>
internal static class SurfaceComparison
{
    public static IEnumerable<string> Compare(PublicType ours, PublicType theirs, bool isOnlyCalled)
    {
        if (ours.Declaration != theirs.Declaration)
        {
            yield return $"{ours.Name} is declared{Environment.NewLine}  {ours.Declaration}{Environment.NewLine}  {theirs.Declaration}";
        }

        foreach (var name in ours.Interfaces.Except(theirs.Interfaces))
        {
            yield return $"{ours.Name} implements {name}";
        }

        foreach (var member in ours.Members.Except(theirs.Members))
        {
            yield return $"{ours.Name} has{Environment.NewLine}  {member}";
        }

        if (isOnlyCalled)
        {
            yield break;
        }

        foreach (var member in theirs.Overridables.Except(ours.Members))
        {
            yield return $"{ours.Name} lacks{Environment.NewLine}  {member}";
        }

        if (ours.IsInterface)
        {
            foreach (var name in theirs.Interfaces.Except(ours.Interfaces))
            {
                yield return $"{ours.Name} does not derive from {name}";
            }
        }
    }
}
