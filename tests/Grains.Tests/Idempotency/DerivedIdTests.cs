using LoApi.Idempotency;

namespace LoApi.Grains.Tests.Idempotency;

public sealed class DerivedIdTests
{
    [Fact]
    public void From_SameTypeClientAndKey_IsTheSameOnEveryMachine() =>
        // Stored rows are found by it: the derivation may never change.
        Assert.Equal(Guid.Parse("8168de8b-1966-80d7-9617-3ec24a84a8e2"), DerivedId.From("payoff", "prepay", "key-1"));

    [Fact]
    public void From_OtherTypeClientOrKey_Differs()
    {
        Guid[] ids =
        [
            DerivedId.From("payoff", "a", "bc"), DerivedId.From("payoff", "ab", "c"), DerivedId.From("payoff", "a", "bd"),
            DerivedId.From("payoff", "b", "bc"), DerivedId.From("resource", "a", "bc"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
