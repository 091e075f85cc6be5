using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>Finds what the embedded runtime does not support in a grain interface.</summary>
internal static class ShapeCheck
{
    public static ImmutableArray<ShapeProblem> Of(INamedTypeSymbol type)
    {
        var problems = ImmutableArray.CreateBuilder<ShapeProblem>();
        if (type.IsGenericType || type.AllInterfaces.Any(i => i.IsGenericType))
        {
            problems.Add(new ShapeProblem(Diagnostics.GenericInterface, type));
            return problems.ToImmutable();
        }

        if (!IsAccessible(type))
        {
            problems.Add(new ShapeProblem(Diagnostics.InaccessibleInterface, type));
        }

        foreach (var member in GrainSymbols.MembersOf(type))
        {
            // Where an inherited member stands in another assembly, the interface is the place to report.
            var place = member.Locations[0].IsInSource ? member : type;
            var descriptor = member is IMethodSymbol method ? ProblemOf(method) : Diagnostics.NotAMethod;
            if (descriptor is not null)
            {
                problems.Add(new ShapeProblem(descriptor, place));
            }
        }

        return problems.ToImmutable();
    }

    private static DiagnosticDescriptor? ProblemOf(IMethodSymbol method) => method switch
    {
        _ when method.IsStatic || !method.IsAbstract => Diagnostics.StaticOrImplemented,
        { IsGenericMethod: true } => Diagnostics.GenericMethod,
        _ when !GrainSymbols.IsTask(method.ReturnType) && !GrainSymbols.IsValueTask(method.ReturnType) => Diagnostics.ReturnType,
        _ when method.Parameters.Any(p => p.RefKind != RefKind.None || p.Type.IsRefLikeType || p.Type is IPointerTypeSymbol) =>
            Diagnostics.ByReference,
        _ when method.Parameters.Count(p => GrainSymbols.IsCancellationToken(p.Type)) > 1 => Diagnostics.SeveralTokens,
        _ => null,
    };

    private static bool IsAccessible(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal
                || t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
