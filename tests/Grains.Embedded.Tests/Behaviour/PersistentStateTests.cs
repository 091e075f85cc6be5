using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class PersistentStateTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task State_ThatWasNeverWritten_IsADefaultWithoutAVersion()
    {
        Assert.Equal("False, False, hello ", await Grains.GetGrain<INoteGrain>(NewKey()).Describe());
    }

    [Fact]
    public async Task State_ThatWasWritten_IsReadByTheNextActivation()
    {
        var grain = Grains.GetGrain<INoteGrain>(NewKey());
        await grain.Write("one");
        await grain.Write("two");

        await grain.Deactivate();

        Assert.Equal(2, await grain.Incarnation());
        Assert.Equal("True, True, hello two", await grain.Describe());
    }

    [Fact]
    public async Task State_ThatWasCleared_IsADefaultAgain()
    {
        var grain = Grains.GetGrain<INoteGrain>(NewKey());
        await grain.Write("one");

        await grain.Clear();

        Assert.Equal("False, False, hello ", await grain.Describe());
        await grain.Write("two");
        Assert.Equal("True, True, hello two", await grain.Describe());
    }

    [Fact]
    public async Task Writes_OfTheSameStateAtOnce_DoNotMeetEachOther()
    {
        var grain = Grains.GetGrain<INoteGrain>(NewKey());

        await grain.WriteTwice("one", "two");

        Assert.Equal((1, "two"), (await grain.Incarnation(), await grain.Read()));
    }

    [Fact]
    public async Task Write_OfAStateThatSomebodyElseWrote_ThrowsAndEndsTheActivation()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<INoteGrain>(key);
        await grain.Write("mine");
        TestStorage.Overwrite($"note/{key}", new Note { Text = "theirs" });

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write("mine again"));

        Assert.Equal((2, "theirs"), (await grain.Incarnation(), await grain.Read()));
        Assert.Equal([DeactivationReasonCode.ApplicationError], Life.Of(key).Ends);
    }

    [Fact]
    public async Task Write_OfAnInconsistentStateThatTheGrainCatches_KeepsTheActivation()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<INoteGrain>(key);
        await grain.Write("mine");
        TestStorage.Overwrite($"note/{key}", new Note { Text = "theirs" });

        Assert.Equal("inconsistent", await grain.TryWrite("mine again"));
        Assert.Equal(1, await grain.Incarnation());
    }

    [Fact]
    public async Task Write_ToABrokenStorage_ThrowsWhatItSaid()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<INoteGrain>(key);
        await grain.Write("mine");
        TestStorage.Break($"note/{key}");

        var thrown = await Assert.ThrowsAsync<OrleansException>(() => grain.Write("more"));

        Assert.Contains("the disk is full", thrown.Message, StringComparison.Ordinal);
        TestStorage.Repair($"note/{key}");
        await grain.Write("more");
        Assert.Equal((1, "more"), (await grain.Incarnation(), await grain.Read()));
    }

    [Fact]
    public async Task Activation_FromABrokenStorage_FailsUntilItIsRepaired()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<INoteGrain>(key);
        TestStorage.Break($"note/{key}");
        await Assert.ThrowsAsync<OrleansException>(() => grain.Read());

        TestStorage.Repair($"note/{key}");

        Assert.Equal("", await grain.Read());
    }
}
