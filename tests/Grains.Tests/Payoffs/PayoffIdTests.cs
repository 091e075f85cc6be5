using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffIdTests
{
    [Fact]
    public void From_SameClientAndKey_IsTheSameOnEveryMachine() =>
        // Stored payoffs are found by it: the derivation may never change.
        Assert.Equal(Guid.Parse("8168de8b-1966-80d7-9617-3ec24a84a8e2"), PayoffId.From("prepay", "key-1"));

    [Fact]
    public void From_OtherClientOrKey_Differs()
    {
        Guid[] ids = [PayoffId.From("a", "bc"), PayoffId.From("ab", "c"), PayoffId.From("a", "bd"), PayoffId.From("b", "bc")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
