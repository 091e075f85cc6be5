using LoApi.Deploy.Tests.Manifests;

namespace LoApi.Deploy.Tests.Images;

/// <summary>What the images owe, as far as their recipe says.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Targets = ["silo", "frontend", "admin"];

    [Fact]
    public void Targets_EachOne_RunsAsAnotherThanRootWithoutAShell()
    {
        Assert.All(Targets, target => Assert.Equal("runtime", Dockerfile.Stages[target].From));
        var (from, lines) = Dockerfile.Stages["runtime"];
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:${RUNTIME_VERSION}-noble-chiseled-extra", from); // extra: the time zones.
        Assert.Contains("USER 1654", lines);
        Assert.All(Targets, target => Assert.DoesNotContain(Dockerfile.Stages[target].Lines, line => line.StartsWith("USER", StringComparison.Ordinal)));
        Assert.All(Targets.Append("runtime"), stage =>
            Assert.DoesNotContain(Dockerfile.Stages[stage].Lines, line => line.StartsWith("RUN", StringComparison.Ordinal))); // Nothing there could.
    }

    [Fact]
    public void Bases_AreVersions_AndNoMovingTags()
    {
        Assert.Matches(@"^10\.0\.\d+$", Dockerfile.Argument("RUNTIME_VERSION"));
        Assert.Matches(@"^10\.0\.\d+$", Dockerfile.Argument("SDK_VERSION"));
    }

    [Fact]
    public void Targets_EachOne_SaysWhatItIs()
    {
        Assert.All(Targets, target =>
        {
            var text = string.Join('\n', Dockerfile.Stages[target].Lines);
            Assert.Contains("org.opencontainers.image.title=", text, StringComparison.Ordinal);
            Assert.Contains("org.opencontainers.image.description=", text, StringComparison.Ordinal);
        });
        var shared = string.Join('\n', Dockerfile.Stages["runtime"].Lines);
        Assert.All((string[])["version", "revision", "licenses", "base.name"], label =>
            Assert.Contains($"org.opencontainers.image.{label}=", shared, StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_EachOne_IsPublishedFromTheClusterDistribution() => Assert.All(Targets, target =>
    {
        Assert.Contains($"COPY --from=publish-{target} /publish .", Dockerfile.Stages[target].Lines);
        Assert.Contains("-p:Distribution=Cluster", string.Join('\n', Dockerfile.Stages[$"publish-{target}"].Lines), StringComparison.Ordinal);
    });

    /// <summary>A volume of Compose's takes over the owner of the folder that it covers, root where there is none; nothing there could change it.</summary>
    [Fact]
    public void Silo_FolderOfTheAuditHeads_BelongsToItsUser()
    {
        var mounted = Manifest.Items(Yaml.ReadFile("deploy/compose/compose.yaml")["services"]!["silo-1"]!["volumes"]).Single().ToString().Split(':')[1];
        var (folder, name) = (Path.GetDirectoryName(mounted)!, Path.GetFileName(mounted));
        Assert.Contains($"COPY --from=publish-silo --chown=1654:1654 /data {folder}", Dockerfile.Stages["silo"].Lines);
        Assert.Contains($"RUN mkdir -p /data/{name}", Dockerfile.Stages["publish-silo"].Lines);
    }
}
