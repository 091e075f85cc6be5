namespace LoApi.Reliability.Cluster;

/// <summary>What was noticed of the processes while something befell them, a sentence each.</summary>
internal sealed class Course
{
    private readonly List<string> _notes = [];
    private readonly List<string> _faults = [];

    /// <summary>What was as it is to be, and how long it took.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What was not.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Takes down how long something took; a fault where it took longer than it may, or did not come about at all.</summary>
    /// <param name="what">What was waited for.</param>
    /// <param name="took">How long it took; null where it was not waited for any longer.</param>
    /// <param name="limit">How long it may take.</param>
    public void Took(string what, TimeSpan? took, TimeSpan limit)
    {
        if (took <= limit)
        {
            _notes.Add(FormattableString.Invariant($"{what} after {took.Value.TotalSeconds:F1} s"));
        }
        else
        {
            var instead = took is { } later ? FormattableString.Invariant($"after {later.TotalSeconds:F1} s") : "was given up";
            _faults.Add(FormattableString.Invariant($"{what}: {instead}, where {limit.TotalSeconds:F0} s are allowed."));
        }
    }
}
