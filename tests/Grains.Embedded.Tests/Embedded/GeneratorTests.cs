using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class GeneratorTests
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Orleans;
        using Orleans.Concurrency;

        """;

    [Theory]
    [InlineData("public interface I<T> : IGrainWithStringKey { Task M(); }", "EG0001")]
    [InlineData("public interface I : IGrainWithStringKey, IEquatable<int> { }", "EG0001")]
    [InlineData("public class C { private interface I : IGrainWithStringKey { Task M(); } }", "EG0002")]
    [InlineData("file interface I : IGrainWithStringKey { Task M(); }", "EG0002")]
    [InlineData("public interface I : IGrainWithStringKey { int P { get; } }", "EG0003")]
    [InlineData("public interface I : IGrainWithStringKey { event Action E; }", "EG0003")]
    [InlineData("public interface I : IGrainWithStringKey { Task M<T>(T t); }", "EG0004")]
    [InlineData("public interface I : IGrainWithStringKey { void M(); }", "EG0005")]
    [InlineData("public interface I : IGrainWithStringKey { int M(); }", "EG0005")]
    [InlineData("public interface I : IGrainWithStringKey { IAsyncEnumerable<int> M(); }", "EG0005")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(ref int i); }", "EG0006")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(out int i); }", "EG0006")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(in int i); }", "EG0006")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(Span<int> s); }", "EG0006")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(CancellationToken a, CancellationToken b); }", "EG0007")]
    [InlineData("public interface I : IGrainWithStringKey { Task M() => Task.CompletedTask; }", "EG0008")]
    [InlineData("public interface I : IGrainWithStringKey { static Task M() => Task.CompletedTask; }", "EG0008")]
    [InlineData("public interface IBase { void M(); } public interface I : IBase, IGrainWithStringKey { }", "EG0005")]
    public void Interface_OfAnUnsupportedShape_IsAnError(string source, string expected)
    {
        var diagnostic = Assert.Single(GeneratedCode.Report(Usings + source));

        Assert.Equal((expected, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(6, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("public interface I : IGrainWithStringKey { }")]
    [InlineData("internal interface I : IGrainWithGuidKey { Task M(); Task<int> N(int i); ValueTask O(); ValueTask<string?> P(string? s = null); }")]
    [InlineData("public interface I : IGrainWithIntegerKey { Task M(int @class, string @event, int route, int grain, int CancellationToken); }")]
    [InlineData("public interface I : IGrainWithStringKey { Task M(CancellationToken token, int i); Task M(int i, CancellationToken token = default); }")]
    [InlineData("public interface I : IGrainWithStringKey { Task<int[]> M(IReadOnlyList<(int A, string? B)> list, params int[] rest); }")]
    [InlineData("public interface I : IGrainWithStringKey { [ReadOnly] Task M(); [AlwaysInterleave, ResponseTimeout(\"00:00:05\")] Task N(); }")]
    [InlineData("public interface IBase : IGrain { Task M(); } public interface I : IBase, IGrainWithStringKey { new Task M(); }")]
    [InlineData("public partial interface I : IGrainWithStringKey { Task M(); } public partial interface I : IGrain { Task N(); }")]
    [InlineData("namespace A.B { public static class C { public interface I : IGrainWithStringKey { Task M(); } } }")]
    [InlineData("namespace A { public interface I : IGrainWithStringKey { Task Create(); Task Send(); } } namespace B { public interface I : IGrainWithStringKey; }")]
    public void Interface_OfASupportedShape_Compiles(string source)
    {
        Assert.Empty(GeneratedCode.CompileWithProxies(Usings + source));
    }

    [Fact]
    public void Interface_ThatIsNoGrains_IsLeftAlone()
    {
        var result = GeneratedCode.Driver()
            .RunGenerators(GeneratedCode.Compile(Usings + "public interface I : IDisposable { void M(); }"))
            .GetRunResult();

        Assert.Empty(result.GeneratedTrees);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Change_OfAnotherFile_WritesNothingAgain()
    {
        var compilation = GeneratedCode.Compile(Usings + "public interface I : IGrainWithStringKey { Task M(); }", "class Other;");
        var driver = GeneratedCode.Driver().RunGenerators(compilation);

        var other = compilation.SyntaxTrees.Last();
        var changed = compilation.ReplaceSyntaxTree(other, CSharpSyntaxTree.ParseText("class Another;", (CSharpParseOptions)other.Options));
        var result = driver.RunGenerators(changed).GetRunResult().Results.Single();

        var reasons = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
