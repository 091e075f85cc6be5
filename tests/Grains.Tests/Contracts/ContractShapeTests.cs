using System.Collections.Immutable;
using System.Reflection;
using LoApi.Countries;
using LoApi.Errors;
using LoApi.Lists;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Contracts;

/// <summary>What members of two versions need to understand each other.</summary>
public sealed class ContractShapeTests
{
    [Fact]
    public void Contracts_EachOne_HasASerializerAndAnAliasOfItsOwn()
    {
        Assert.All(Crossing.Contracts, type => Assert.True(type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false), type.Name));
        Assert.All(Crossing.Contracts, type => Assert.True(Crossing.AliasOf(type) is not null, type.Name));
        Assert.Equal(Crossing.Contracts.Length, Crossing.Contracts.Select(Crossing.AliasOf).Distinct().Count());
    }

    [Fact]
    public void Contracts_EverythingStored_HasANumberOfItsOwn() => Assert.All(
        Crossing.Contracts.Where(type => !type.IsEnum),
        type =>
        {
            var numbers = Crossing.Stored(type).Select(Crossing.IdOf).ToImmutableArray();
            Assert.DoesNotContain(null, numbers);
            Assert.Equal(numbers.Length, numbers.Distinct().Count());
        });

    [Fact]
    public void Contracts_NothingStored_IsAField() => // A field that no property stands for would not be in the list.
        Assert.All(Crossing.Contracts.Where(type => !type.IsEnum), type => Assert.DoesNotContain(
            type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            field => !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal)));

    [Fact]
    public void Grains_EveryInterfaceAndMethod_HasAnAliasOfItsOwn()
    {
        Assert.Equal(Crossing.GrainInterfaces.Length, Crossing.GrainInterfaces.Select(Crossing.AliasOf).OfType<string>().Distinct().Count());
        Assert.All(Crossing.GrainInterfaces, grain => Assert.Equal(
            grain.GetMethods().Length, grain.GetMethods().Select(Crossing.AliasOf).OfType<string>().Distinct().Count()));
    }

    [Fact]
    public void Reached_FromSignatures_GoesThroughGenericsMembersAndHeirs()
    {
        Assert.Contains(typeof(Page<Payoff>), Crossing.Reached); // A result.
        Assert.Contains(typeof(Contact), Crossing.Reached); // A member of a member.
        Assert.Contains(typeof(FilterOperator), Crossing.Reached); // In a parameter's array.
        Assert.Contains(typeof(Country), Crossing.Reached); // In an heir of a result.
        Assert.Contains(typeof(DatabaseUnavailableException), Crossing.Contracts); // Thrown.
    }
}
