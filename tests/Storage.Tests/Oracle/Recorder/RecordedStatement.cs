using System.Collections.Immutable;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A statement as it was sent.</summary>
internal sealed record RecordedStatement(string Text, ImmutableArray<RecordedBind> Binds, Boundaries Boundaries)
{
    /// <summary>Whether Oracle commits before and after it.</summary>
    public bool IsDefinition => Text.StartsWith("CREATE ", StringComparison.Ordinal)
        || Text.StartsWith("DROP ", StringComparison.Ordinal)
        || (Text.StartsWith("ALTER ", StringComparison.Ordinal) && !Text.StartsWith("ALTER SESSION", StringComparison.Ordinal));

    public static RecordedStatement Of(string text, ImmutableArray<RecordedBind> binds, bool inTransaction) =>
        new(text, binds, inTransaction ? Boundaries.Inside : Boundaries.Outside);

    /// <summary>The same statement, sent once more. Throws where its binds have other types than before.</summary>
    public RecordedStatement And(RecordedStatement other) => Binds.SequenceEqual(other.Binds)
        ? this with { Boundaries = Boundaries | other.Boundaries }
        : throw new InvalidOperationException($"Bound in two ways: {string.Join(", ", Binds)} and {string.Join(", ", other.Binds)}: {Text}");
}
