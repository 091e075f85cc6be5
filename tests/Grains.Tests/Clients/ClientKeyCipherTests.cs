using System.Security.Cryptography;
using LoApi.Clients;

namespace LoApi.Grains.Tests.Clients;

public sealed class ClientKeyCipherTests
{
    private const string KeyId = "prepay.0123456789abcdef";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly string _master = MasterKey.Generate();

    [Fact]
    public void Decrypt_WhatWasEncrypted_IsTheKey()
    {
        var cipher = Cipher(_master);
        var ciphertext = cipher.Encrypt(KeyId, Key);
        Assert.Equal(Key, cipher.Decrypt(KeyId, ciphertext));
        Assert.NotEqual(ciphertext, cipher.Encrypt(KeyId, Key)); // Each has a nonce of its own.
        Assert.InRange(ciphertext.Length, 1, 200); // The column's width.
    }

    [Theory]
    [InlineData("prepay.0123456789abcdee")]
    [InlineData("origination.0123456789abcdef")]
    public void Decrypt_ForAnotherKeyId_IsRefused(string keyId)
    {
        var cipher = Cipher(_master);
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(keyId, cipher.Encrypt(KeyId, Key)));
    }

    [Fact]
    public void Decrypt_AnyCharacterChanged_IsRefused()
    {
        var cipher = Cipher(_master);
        var ciphertext = cipher.Encrypt(KeyId, Key);
        for (var i = 0; i < ciphertext.Length; i++)
        {
            var changed = ciphertext[..i] + (ciphertext[i] == 'A' ? 'B' : 'A') + ciphertext[(i + 1)..];
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(KeyId, changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1..")]
    [InlineData("v2.00000000.AAAA")]
    [InlineData("v1.00000000.AAAA.AAAA")]
    public void Decrypt_NoCiphertext_IsRefused(string ciphertext) =>
        Assert.ThrowsAny<CryptographicException>(() => Cipher(_master).Decrypt(KeyId, ciphertext));

    [Fact]
    public void Decrypt_AfterARotation_NeedsTheRetiredMasterKey()
    {
        var before = Cipher(_master).Encrypt(KeyId, Key);
        var next = MasterKey.Generate();

        Assert.ThrowsAny<CryptographicException>(() => Cipher(next).Decrypt(KeyId, before));
        var rotated = Cipher(next, _master);
        Assert.Equal(Key, rotated.Decrypt(KeyId, before));
        Assert.True(rotated.IsOutdated(before));
        Assert.False(rotated.IsOutdated(rotated.Encrypt(KeyId, Key)));
        Assert.Equal(Key, Cipher(next).Decrypt(KeyId, rotated.Encrypt(KeyId, Key)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("no base64")]
    public void TryParse_NoMasterKey_IsFalse(string? text) => Assert.False(MasterKey.TryParse(text, out _));

    private static ClientKeyCipher Cipher(string master, params string[] retired)
    {
        var options = new MasterKeyOptions { MasterKey = master };
        foreach (var key in retired)
        {
            options.RetiredMasterKeys.Add(key);
        }

        return new(options.Read());
    }
}
