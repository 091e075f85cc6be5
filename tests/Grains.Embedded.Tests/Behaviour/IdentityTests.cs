using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

public sealed class IdentityTests(GrainHost host) : BehaviourTests(host)
{
    [Fact]
    public async Task Key_ThatIsAString_IsKept()
    {
        Assert.Equal("some/key stringkey/some/key", await Grains.GetGrain<IStringKeyGrain>("some/key").Describe());
    }

    [Fact]
    public async Task Key_ThatIsAGuid_IsKept()
    {
        var key = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

        Assert.Equal(
            "0f8fad5b-d9cb-469f-a165-70867728950e guidkey/0f8fad5bd9cb469fa16570867728950e",
            await Grains.GetGrain<IGuidKeyGrain>(key).Describe());
    }

    [Theory]
    [InlineData(0, "0 numbered/0")]
    [InlineData(42, "42 numbered/2A")]
    [InlineData(-1, "-1 numbered/FFFFFFFFFFFFFFFF")]
    [InlineData(long.MaxValue, "9223372036854775807 numbered/7FFFFFFFFFFFFFFF")]
    [InlineData(long.MinValue, "-9223372036854775808 numbered/8000000000000000")]
    public async Task Key_ThatIsAnInteger_IsKept(long key, string expected)
    {
        Assert.Equal(expected, await Grains.GetGrain<IIntegerKeyGrain>(key).Describe());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void GetGrain_WithABlankKey_Throws(string key)
    {
        Assert.Throws<ArgumentException>(() => Grains.GetGrain<IStringKeyGrain>(key));
    }

    [Fact]
    public void Key_OfAReference_IsReadable()
    {
        Assert.Equal("a", Grains.GetGrain<IStringKeyGrain>("a").GetPrimaryKeyString());
        Assert.Equal(-7, Grains.GetGrain<IIntegerKeyGrain>(-7).GetPrimaryKeyLong());
        Assert.Equal("numbered/7", Grains.GetGrain<IIntegerKeyGrain>(7).GetGrainId().ToString());
    }

    [Fact]
    public void References_ToTheSameGrain_AreEqual()
    {
        var one = Grains.GetGrain<IStringKeyGrain>("same");
        var other = Grains.GetGrain<IStringKeyGrain>("same");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Grains.GetGrain<IStringKeyGrain>("another"));
    }

    [Fact]
    public async Task GetGrain_ByIdentity_MeetsTheSameGrain()
    {
        var key = NewKey();
        var grain = Grains.GetGrain<ICountingGrain>(key);
        await grain.Increment();

        Assert.Equal(1, await Grains.GetGrain<ICountingGrain>(grain.GetGrainId()).Get());
    }

    [Fact]
    public async Task Reference_OfTheGrainItself_CanBeHandedOver()
    {
        var inviting = Grains.GetGrain<IRelayGrain>("the host" + NewKey());
        var guest = Grains.GetGrain<IRelayGrain>("the guest" + NewKey());

        Assert.Equal(
            $"{inviting.GetPrimaryKeyString()} meets {guest.GetPrimaryKeyString()}",
            await guest.Introduce(inviting));
    }

    [Fact]
    public async Task GetGrain_OfSeveralClassesWithAPrefix_MeansThatOne()
    {
        Assert.Equal("meow", await Grains.GetGrain<IAnimalGrain>(1, typeof(CatGrain).FullName).Speak());
        Assert.Equal("woof", await Grains.GetGrain<IAnimalGrain>(1, typeof(CatGrain).Namespace + ".D").Speak());
    }

    [Fact]
    public void GetGrain_OfSeveralClassesWithout_Throws()
    {
        Assert.Throws<ArgumentException>(() => Grains.GetGrain<IAnimalGrain>(1));
    }
}
