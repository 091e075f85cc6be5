using System.Net;
using LoApi.ApiFrontend.Limits;
using LoApi.Fixtures;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Limits;

public sealed class AddressTokensTests
{
    private static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.7");

    private readonly FakeTimeProvider _clock = new();
    private readonly AddressTokens _tokens;

    public AddressTokensTests() => _tokens = new(Options.Create(new LimitOptions { AddressRate = 2, AddressBurst = 5 }), _clock);

    [Fact]
    public void Spend_ByOneAddress_AdmitsTheBurstAndThenTheRate()
    {
        Assert.Equal(5, SpendAll(Stranger));
        Assert.Equal(
            new Admission(Verdict.Refused, new(2, 5), 0, TimeSpan.FromMilliseconds(500)), _tokens.Spend(Stranger));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, SpendAll(Stranger));
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "::c000:207", false)]
    public void Spend_ByTwoAddresses_SharesABucketWithinOneNetwork(string first, string second, bool shared)
    {
        Assert.Equal(5, SpendAll(IPAddress.Parse(first)));

        Assert.Equal(shared ? 0 : 5, SpendAll(IPAddress.Parse(second)));
    }

    [Fact]
    public void Spend_ByMoreAddressesThanTheTableHolds_FreesNobodyOfADebt()
    {
        SpendAll(Stranger);

        for (var address = 0u; address < 20 * AddressTokens.Capacity; address++)
        {
            _tokens.Spend(new IPAddress(0x0A00_0000 + address)); // Bytes in any order: all are different.
        }

        Assert.Equal(Verdict.Refused, _tokens.Spend(Stranger).Verdict);
    }

    [Fact]
    public void Spend_WithoutAnAddress_IsLimitedToo() => Assert.Equal(5, SpendAll(null));

    private int SpendAll(IPAddress? address)
    {
        var spent = 0;
        while (_tokens.Spend(address).Verdict == Verdict.Admitted)
        {
            spent++;
        }

        return spent;
    }
}
