using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffIdTests
{
    [Fact]
    public void From_SameClientAndKey_IsTheSameOnEveryMachine() =>
        // Stored payoffs are found by it: the derivation may never change.
        Assert.Equal(Guid.Parse("00000000-0000-8000-8000-000000000000"), Mask(PayoffId.From("prepay", "key-1")));

    [Fact]
    public void From_OtherClientOrKey_Differs()
    {
        Guid[] ids = [PayoffId.From("a", "bc"), PayoffId.From("ab", "c"), PayoffId.From("a", "bd"), PayoffId.From("b", "bc")];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private static Guid Mask(Guid id) => id;
}
