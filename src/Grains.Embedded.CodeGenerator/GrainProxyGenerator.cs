using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>Writes a proxy for each grain interface of a project. What it passes between its steps is text, so that it is cached.</summary>
[Generator]
public sealed class GrainProxyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var interfaces = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is InterfaceDeclarationSyntax { BaseList: not null },
                Read)
            .Where(static found => found is not null);
        context.RegisterSourceOutput(interfaces, static (output, found) => Write(output, found!));
    }

    private static GeneratedProxy? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken) is not INamedTypeSymbol type
            || !GrainSymbols.IsGrainInterface(type)
            || !IsFirstDeclaration(type, context.Node, cancellationToken))
        {
            return null;
        }

        var problems = ShapeCheck.Of(type);
        return new GeneratedProxy(
            ProxyWriter.NameOf(type) + ".g.cs",
            problems.IsEmpty ? ProxyWriter.Write(type) : "",
            problems);
    }

    /// <summary>Of the parts of a partial interface that have a base list, one stands for all.</summary>
    private static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode node, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .First(syntax => syntax is InterfaceDeclarationSyntax { BaseList: not null }) == node;

    private static void Write(SourceProductionContext output, GeneratedProxy proxy)
    {
        foreach (var problem in proxy.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (proxy.Source.Length > 0)
        {
            output.AddSource(proxy.FileName, SourceText.From(proxy.Source, Encoding.UTF8));
        }
    }
}
