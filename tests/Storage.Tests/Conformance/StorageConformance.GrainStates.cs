using LoApi.Storage.GrainStates;

namespace LoApi.Storage.Tests.Conformance;

public abstract partial class StorageConformance
{
    [DialectFact]
    public async Task WriteGrainState_OverTheExpectedVersion_IsFoundAgain()
    {
        var grain = $"client/{Guid.NewGuid():N}";

        Assert.Null(await Host.GrainStates.FindAsync(grain, "usage"));
        Assert.True(await Host.GrainStates.WriteAsync(grain, "usage", """{"a":1}""", expectedVersion: 0));
        Assert.True(await Host.GrainStates.WriteAsync(grain, "usage", """{"a":2}""", expectedVersion: 1));
        Assert.True(await Host.GrainStates.WriteAsync(grain, "other", "{}", expectedVersion: 0));

        Assert.Equal(new GrainStateRecord("""{"a":2}""", 2), await Host.GrainStates.FindAsync(grain, "usage"));
    }

    [DialectFact]
    public async Task WriteGrainState_OverAnotherVersion_ChangesNothing()
    {
        var grain = $"client/{Guid.NewGuid():N}";
        await Host.GrainStates.WriteAsync(grain, "usage", "1", expectedVersion: 0);

        Assert.False(await Host.GrainStates.WriteAsync(grain, "usage", "2", expectedVersion: 0));
        Assert.False(await Host.GrainStates.WriteAsync(grain, "usage", "2", expectedVersion: 2));
        Assert.False(await Host.GrainStates.DeleteAsync(grain, "usage", expectedVersion: 2));
        Assert.Equal(new GrainStateRecord("1", 1), await Host.GrainStates.FindAsync(grain, "usage"));

        Assert.True(await Host.GrainStates.DeleteAsync(grain, "usage", expectedVersion: 1));
        Assert.Null(await Host.GrainStates.FindAsync(grain, "usage"));
        Assert.False(await Host.GrainStates.WriteAsync(grain, "usage", "2", expectedVersion: 1));
    }
}
