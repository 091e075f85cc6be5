using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>Recognises Orleans' types in a compilation.</summary>
internal static class GrainSymbols
{
    public static bool IsGrainInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => IsType(i, "Orleans.IGrain"));

    /// <summary>The members that a proxy implements: the interface's own and the inherited ones.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        new[] { type }.Concat(type.AllInterfaces)
            .SelectMany(i => i.GetMembers())
            .Where(member => member is not ITypeSymbol && !(member is IMethodSymbol { AssociatedSymbol: not null }));

    public static bool IsCancellationToken(ITypeSymbol type) => IsType(type, "System.Threading.CancellationToken");

    public static bool IsTask(ITypeSymbol type) =>
        IsType(type, "System.Threading.Tasks.Task") || IsType(type, "System.Threading.Tasks.Task<TResult>");

    public static bool IsValueTask(ITypeSymbol type) =>
        IsType(type, "System.Threading.Tasks.ValueTask") || IsType(type, "System.Threading.Tasks.ValueTask<TResult>");

    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && IsType(type, name));

    private static bool IsType(ITypeSymbol type, string name) => type.OriginalDefinition.ToDisplayString() == name;
}
