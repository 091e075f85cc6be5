using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoApi.Deploy.Tests.Processes;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>Renders overlays, by <c>kubectl kustomize</c> or <c>kustomize build</c>.</summary>
internal static partial class Kustomize
{
    private const int LeastMajor = 5; // Earlier ones know neither all patches nor all generators that are used.

    private static readonly Lazy<Task<string?>> Found = new(FindAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<Manifest[]>>> Rendered = new(StringComparer.Ordinal);

    /// <summary>Why nothing can be rendered here; null where it can.</summary>
    public static string? Missing { get; } = Found.Value.GetAwaiter().GetResult() is null
        ? $"Neither kubectl with kustomize {LeastMajor} nor kustomize {LeastMajor} is installed: https://kubernetes.io/docs/tasks/tools"
        : null;

    /// <summary>All components, added to the overlay for production.</summary>
    public const string Whole = "production+dashboard+to-datadog+to-identity-provider+to-otlp+to-sentry";

    /// <summary>The objects of an overlay; of one with components, as <c>production+to-otlp</c>.</summary>
    public static Task<Manifest[]> RenderAsync(string overlay) => Rendered.GetOrAdd(overlay, name => new(() => RenderNewAsync(name))).Value;

    private static async Task<Manifest[]> RenderNewAsync(string overlay)
    {
        var program = await Found.Value;
        using var added = new TemporaryFolder();
        var folder = Folder(overlay.Split('+'), added);
        var (exitCode, output, errors) = await Tool.RunAsync(program!, [program == "kubectl" ? "kustomize" : "build", folder]);
        Assert.True(exitCode == 0 && errors.Length == 0, $"{overlay}: exit code {exitCode}\n{errors}"); // A warning is of something deprecated.
        return [.. Yaml.ReadAll(output).Select(document => new Manifest((JsonObject)document))];
    }

    private static string Folder(string[] parts, TemporaryFolder added)
    {
        var overlay = Repository.File($"deploy/k8s/overlays/{parts[0]}");
        if (parts.Length == 1)
        {
            return overlay;
        }

        added.Write(
            "kustomization.yaml",
            [
                "apiVersion: kustomize.config.k8s.io/v1beta1",
                "kind: Kustomization",
                "namespace: loapi", // What a component adds belongs there too. An overlay that lists components says so already.
                $"resources: [{Path.GetRelativePath(added.Path, overlay)}]",
                "components:",
                .. parts[1..].Select(component => $"  - {Path.GetRelativePath(added.Path, Repository.File($"deploy/k8s/components/{component}"))}"),
            ]);
        return added.Path;
    }

    private static async Task<string?> FindAsync()
    {
        foreach (var (program, arguments) in ((string, string[])[])[("kubectl", ["version", "--client"]), ("kustomize", ["version"])])
        {
            if (Tool.IsOnPath(program)
                && await Tool.RunAsync(program, arguments) is (0, var version, _)
                && Version().Match(version) is { Success: true } match
                && int.Parse(match.Groups["major"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) >= LeastMajor)
            {
                return program;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(Kustomize Version: |^\{?)v(?<major>\d+)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
