using System.Text;
using LoApi.Fixtures;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>
/// Holds the contracts against <c>contracts.txt</c>. Write additions into it with
/// <c>LOAPI_UPDATE_CONTRACTS=1 dotnet test tests/Grains.Tests --filter ContractListTests</c>; what breaks members of a
/// cluster that run the version before is never written, only by hand.
/// </summary>
public sealed class ContractListTests
{
    private const string Head = """
        # What the processes of a cluster say to each other. During a rolling upgrade two versions do so at once: an entry
        # that was released stays as it is. Additions are entered by
        #   LOAPI_UPDATE_CONTRACTS=1 dotnet test tests/Grains.Tests --filter ContractListTests
        # What nobody sends any more (see docs/operations.md, Rolling upgrades) becomes "key = reserved", by hand.

        """;

    private static readonly KeyValuePair<string, string>[] Released = [new("note", "class"), new("note.0", "String (Text)"), new("mood.0", "Good")];

    [Fact]
    public void Contracts_OfTheCode_AreThoseThatWereReleased()
    {
        var path = ListPath();
        var present = ContractList.OfTheCode();
        var listed = ContractList.Read(path);
        Assert.Empty(ContractList.Incompatible(listed, present));

        if (Environment.GetEnvironmentVariable("LOAPI_UPDATE_CONTRACTS") == "1")
        {
            File.WriteAllText(path, Text(present, listed));
        }

        Assert.Equal(File.ReadAllText(path), Text(present, listed));
    }

    [Fact]
    public void Incompatible_WhatAnOlderMemberUnderstands_IsNothing()
    {
        Assert.Empty(ContractList.Incompatible(Released, Released));
        Assert.Empty(ContractList.Incompatible(Released, [.. Released, new("note.1", "Int32 (Length)")]));
        Assert.Empty(ContractList.Incompatible(Released, [new("note", "class"), new("note.0", "String (Words)"), new("mood.0", "Good")]));
    }

    [Theory]
    [InlineData("note.0", null)]
    [InlineData("note.0", "Int32 (Text)")]
    [InlineData("note.0", "String? (Text)")]
    [InlineData("note", null)]
    [InlineData("note", "struct")]
    [InlineData("mood.0", "Bad")]
    public void Incompatible_WhatAnOlderMemberWouldNotUnderstand_IsTold(string key, string? changed)
    {
        var present = Released.Where(entry => entry.Key != key).Concat(changed is null ? [] : [KeyValuePair.Create(key, changed)]);

        Assert.StartsWith(key + " ", Assert.Single(ContractList.Incompatible(Released, present)), StringComparison.Ordinal);
    }

    [Fact]
    public void Incompatible_ANumberThatWasGivenUp_IsNotUsedAgain()
    {
        KeyValuePair<string, string>[] given = [.. Released, new("note.1", ContractList.Reserved)];

        Assert.Empty(ContractList.Incompatible(given, Released));
        Assert.Single(ContractList.Incompatible(given, [.. Released, new("note.1", "String (Title)")]));
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> present, IEnumerable<KeyValuePair<string, string>> listed)
    {
        var text = new StringBuilder(Head);
        foreach (var (key, value) in present.Concat(listed.Where(entry => entry.Value == ContractList.Reserved)))
        {
            text.Append(key).Append(" = ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    private static string ListPath() => Repository.File("tests/Grains.Tests/Contracts/contracts.txt");
}
