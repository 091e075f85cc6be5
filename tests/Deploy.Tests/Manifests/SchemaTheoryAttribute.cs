using LoApi.Deploy.Tests.Processes;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>A test of each overlay that needs Kubernetes' schemas too; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public const string Folder = "tests/Deploy.Tests/Kubernetes/schemas";

    public SchemaTheoryAttribute() => Skip = Kustomize.Missing ?? MissingSchemas();

    private static string? MissingSchemas() =>
        !Tool.IsOnPath("node") ? "Node.js is not installed: apt-get install nodejs npm"
        : !Directory.Exists(Repository.File($"{Folder}/node_modules")) ? $"The packages of {Folder} are not installed: npm ci --prefix {Folder}"
        : null;
}
