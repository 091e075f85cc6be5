using LoApi.Clients;

namespace LoApi.Grains.Tests.Clients;

public sealed class ClientKeyIdTests
{
    [Fact]
    public void ClientOf_IdOfAKey_IsItsClient()
    {
        var id = ClientKeyId.Of("load-test-2", new byte[32]);
        Assert.Equal("load-test-2.66687aadf862bd77", id); // SHA-256 of 32 zeros begins so.
        Assert.Equal("load-test-2", ClientKeyId.ClientOf(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("prepay")]
    [InlineData(".0123456789abcdef")]
    [InlineData("prepay.0123456789ABCDEF")]
    [InlineData("prepay.0123456789abcde")]
    [InlineData("prepay.0123456789abcdef0")]
    [InlineData("Prepay.0123456789abcdef")]
    [InlineData("-prepay.0123456789abcdef")]
    [InlineData("pre.pay.0123456789abcdef")]
    [InlineData("../prepay.0123456789abcdef")]
    [InlineData("prepay'--.0123456789abcdef")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde.0123456789abcdef")]
    public void ClientOf_OtherForms_IsNobody(string keyId) => Assert.Null(ClientKeyId.ClientOf(keyId));

    [Fact]
    public void MaxLength_LongestClient_IsReached() =>
        Assert.Equal(ClientKeyId.MaxLength, ClientKeyId.Of(new string('a', ClientId.MaxLength), new byte[32]).Length);
}
