using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class ExceptionTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Call_ThatThrowsAtOnce_ThrowsTheSameAtTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Grains.GetGrain<IFailingGrain>(NewKey()).FailAtOnce("at once"));

        Assert.Equal("at once", thrown.Message);
    }

    [Fact]
    public async Task Call_ThatThrowsLater_ThrowsTheSameAtTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<FormatException>(() => Grains.GetGrain<IFailingGrain>(NewKey()).FailLater("later"));

        Assert.Equal("later", thrown.Message);
    }

    [Fact]
    public async Task Call_ThatThrowsInAValueTask_ThrowsTheSameAtTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<FormatException>(
            async () => await Grains.GetGrain<IFailingGrain>(NewKey()).FailInValueTask("value"));

        Assert.Equal("value", thrown.Message);
    }

    [Fact]
    public async Task Call_AfterOneThatThrew_MeetsTheSameActivation()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<IFailingGrain>(key);
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.FailAtOnce("once"));

        await grain.Succeed();

        Assert.Equal(["activates"], Probe.Of(key).Steps);
    }

    [Fact]
    public async Task Call_WhenActivationFails_ThrowsItsException()
    {
        var thrown = await Assert.ThrowsAsync<NotSupportedException>(
            async () => await Grains.GetGrain<IFailingGrain>("fails" + NewKey()).Succeed());

        Assert.Equal("not this time", thrown.Message);
    }

    [Fact]
    public async Task Call_AfterActivationFailed_ActivatesAgain()
    {
        var key = "fails" + NewKey();
        var grain = Grains.GetGrain<IFailingGrain>(key);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await grain.Succeed());

        await grain.Succeed();

        Assert.Equal(["activates", "activates"], Probe.Of(key).Steps);
    }
}
