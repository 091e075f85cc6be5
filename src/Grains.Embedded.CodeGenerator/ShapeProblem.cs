using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>A shape that the embedded runtime does not support, and where it stands.</summary>
internal sealed class ShapeProblem : IEquatable<ShapeProblem>
{
    private readonly DiagnosticDescriptor _descriptor;
    private readonly string _subject;
    private readonly string _path;
    private readonly TextSpan _span;
    private readonly LinePositionSpan _lines;

    public ShapeProblem(DiagnosticDescriptor descriptor, ISymbol subject)
    {
        _descriptor = descriptor;
        _subject = subject.ToDisplayString();
        var location = subject.Locations[0];
        _path = location.SourceTree?.FilePath ?? "";
        _span = location.SourceSpan;
        _lines = location.GetLineSpan().Span;
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(_descriptor, _path.Length == 0 ? Location.None : Location.Create(_path, _span, _lines), _subject);

    public bool Equals(ShapeProblem? other) =>
        other is not null
        && _descriptor.Equals(other._descriptor)
        && string.Equals(_subject, other._subject, StringComparison.Ordinal)
        && string.Equals(_path, other._path, StringComparison.Ordinal)
        && _span.Equals(other._span);

    public override bool Equals(object? obj) => Equals(obj as ShapeProblem);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_subject) ^ _span.GetHashCode();
}
