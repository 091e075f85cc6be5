using System.Text.Json.Nodes;
using LoApi.Deploy.Tests.Processes;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>What Kubernetes itself would say to the overlays.</summary>
public sealed class SchemaTests
{
    [SchemaTheory]
    [InlineData("dev")]
    [InlineData("production")]
    [InlineData(Kustomize.Whole)]
    public async Task Overlay_EveryObject_IsValid(string overlay) => Assert.Equal("", await ValidateAsync(await Kustomize.RenderAsync(overlay)));

    [SchemaTheory]
    [InlineData("production")]
    public async Task Overlay_WithFaults_IsNotValid(string overlay) // The validator itself: what is wrong is found.
    {
        var objects = await Kustomize.RenderAsync(overlay);
        var silo = (JsonObject)objects.Single(manifest => manifest is { Kind: "Deployment", Name: "loapi-silo" }).Json.DeepClone();
        silo["spec"]!["replicas"] = "three";
        Assert.Contains("replicas", await ValidateAsync([new(silo)]), StringComparison.Ordinal);

        var job = (JsonObject)objects.Single(manifest => manifest.Kind == "Job").Json.DeepClone();
        job["spec"]!["template"]!["spec"]!["restartPolice"] = "Never";
        Assert.Contains("restartPolice", await ValidateAsync([new(job)]), StringComparison.Ordinal);

        var budget = (JsonObject)objects.First(manifest => manifest.Kind == "PodDisruptionBudget").Json.DeepClone();
        budget["apiVersion"] = "policy/v2";
        Assert.Contains("policy/v2", await ValidateAsync([new(budget)]), StringComparison.Ordinal);
    }

    private static async Task<string> ValidateAsync(IEnumerable<Manifest> objects)
    {
        var input = new JsonArray([.. objects.Select(manifest => manifest.Json.DeepClone())]).ToJsonString();
        var (exitCode, output, errors) = await Tool.RunAsync("node", [Repository.File($"{SchemaTheoryAttribute.Folder}/validate.mjs")], input);
        Assert.True(exitCode == 0, errors);
        return output;
    }
}
