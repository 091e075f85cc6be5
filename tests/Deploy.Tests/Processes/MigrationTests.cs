using LoApi.Deploy.Tests.Manifests;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>The migration's entry point.</summary>
public sealed class MigrationTests
{
    [OverlayTheory]
    [InlineData("production")]
    public async Task Migration_WithItsEnvironment_BringsTheSchemaAndEnds(string overlay)
    {
        await using var deployment = await Deployment.CreateAsync(overlay);
        await using var migration = deployment.StartMigration();
        Assert.True(await migration.EndedAsync() == 0, migration.Output);
        Assert.Empty(migration.Written);
    }
}
