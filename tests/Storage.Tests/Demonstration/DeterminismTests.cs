using System.Security.Cryptography;
using System.Text.Json;
using LoApi.Json;
using LoApi.Storage.Demonstration;

namespace LoApi.Storage.Tests.Demonstration;

public sealed class DeterminismTests
{
    /// <summary>
    /// Documentation, examples and load tests name these rows. Who changes them on purpose puts the new digest here.
    /// </summary>
    [Fact]
    public void LocationsAndUsers_OnEveryMachine_AreTheSame()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var location in DemonstrationData.Locations())
        {
            digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(location, LoApiJson.Models.Location));
        }

        foreach (var user in DemonstrationData.Users())
        {
            digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(user, LoApiJson.Models.User));
        }

        Assert.Equal(
            "e0fb851ba627809947d2890155506690c55da213f5cafc2e8553a1eda4eca83d",
            Convert.ToHexStringLower(digest.GetHashAndReset()));
    }
}
