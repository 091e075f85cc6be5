using System;
using System.Collections.Immutable;
using System.Linq;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>What was made of one grain interface: a source file, or the reasons why not.</summary>
internal sealed class GeneratedProxy(string fileName, string source, ImmutableArray<ShapeProblem> problems)
    : IEquatable<GeneratedProxy>
{
    public string FileName { get; } = fileName;

    public string Source { get; } = source;

    public ImmutableArray<ShapeProblem> Problems { get; } = problems;

    public bool Equals(GeneratedProxy? other) =>
        other is not null
        && string.Equals(FileName, other.FileName, StringComparison.Ordinal)
        && string.Equals(Source, other.Source, StringComparison.Ordinal)
        && Problems.SequenceEqual(other.Problems);

    public override bool Equals(object? obj) => Equals(obj as GeneratedProxy);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Source) ^ Problems.Length;
}
