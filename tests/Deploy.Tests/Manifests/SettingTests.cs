using System.Text.RegularExpressions;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>Settings in manifests are settings of the programs: an unknown one would be ignored, and nobody would notice.</summary>
public sealed partial class SettingTests
{
    [OverlayTheory]
    [InlineData("dev")]
    [InlineData(Kustomize.Whole)]
    public async Task Environment_EverySetting_IsKnownToTheCode(string overlay)
    {
        var objects = await Kustomize.RenderAsync(overlay);
        var set = objects
            .Where(manifest => manifest.Pod is not null && manifest.Name is "loapi-migration" or "loapi-silo" or "loapi-frontend")
            .SelectMany(owner => ContainerEnvironment.Of(objects, owner).Keys)
            .Where(name => name.Contains("__", StringComparison.Ordinal))
            .Select(name => string.Join(':', name.Split("__").Where(part => !int.TryParse(part, out _)))) // A member of a list is its list's.
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(set);
        Assert.Empty(set.Except(KnownSettings()).Order(StringComparer.Ordinal));
    }

    // Options classes name their section in a constant and have a property for each key.
    private static IEnumerable<string> KnownSettings() =>
        from file in Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
        let text = File.ReadAllText(file)
        from section in SectionName().Matches(text)
        from property in PropertyName().Matches(text)
        select $"{section.Groups["name"].Value}:{property.Groups["name"].Value}";

    [GeneratedRegex("string Section = \"(?<name>[\\w:]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"public [\w<>?\[\]]+ (?<name>\w+) \{ get;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PropertyName();
}
