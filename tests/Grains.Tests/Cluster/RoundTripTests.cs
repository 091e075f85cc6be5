using LoApi.Errors;
using LoApi.Grains.Tests.Contracts;
using LoApi.Payoffs;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace LoApi.Grains.Tests.Cluster;

/// <summary>Everything that crosses, through the serializer that silos and front ends use.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSerializer(serializer => serializer.AddAssembly(Crossing.Assembly)).BuildServiceProvider();

    /// <summary>Types as they cross, generic ones with the arguments that they have in signatures.</summary>
    public static TheoryData<Type> Crossings => [.. Types];

    /// <summary>The same, without text: text with nothing in it is text.</summary>
    public static TheoryData<Type> Emptiable => [.. Types.Where(type => type != typeof(string))];

    private static IEnumerable<Type> Types =>
        Crossing.Reached.Concat(Crossing.InSignatures).Where(type => !type.IsAbstract).Distinct().OrderBy(type => type.ToString(), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Crossings))]
    public void RoundTrip_EverythingFilledIn_ComesBackAsItWas(Type type)
    {
        var sent = new Sample().Filled(type);

        Assert.Empty(Sample.Differences(sent, Sent(sent), type.Name));
    }

    [Theory]
    [MemberData(nameof(Emptiable))]
    public void RoundTrip_NothingFilledIn_ComesBackAsItWas(Type type)
    {
        var sent = Sample.Empty(Nullable.GetUnderlyingType(type) ?? type);

        Assert.Empty(Sample.Differences(sent, Sent(sent), type.Name));
    }

    [Fact]
    public void RoundTrip_Exceptions_ComeBackWithTheirMessageAndCause()
    {
        Exception[] thrown =
        [
            new DatabaseUnavailableException(new TimeoutException("slow")), new OutcomeUnknownException(new TimeoutException("cut")), new OverloadedException(),
        ];

        Assert.Equal(
            Crossing.Contracts.Where(type => type.IsAssignableTo(typeof(Exception))).OrderBy(type => type.Name, StringComparer.Ordinal),
            thrown.Select(exception => exception.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(thrown, exception =>
        {
            var back = Assert.IsAssignableFrom<Exception>(Sent(exception));
            Assert.Same(exception.GetType(), back.GetType());
            Assert.Equal(exception.Message, back.Message);
            Assert.Equal(exception.InnerException?.Message, back.InnerException?.Message);
            Assert.Equal(exception.InnerException?.GetType(), back.InnerException?.GetType());
        });
    }

    [Fact]
    public void Differences_ALostMember_IsFound()
    {
        var sent = (Payoff)new Sample().Filled(typeof(Payoff));

        Assert.Equal("Payoff.Escrow", Assert.Single(Sample.Differences(sent, sent with { Escrow = null }, "Payoff")));
    }

    public void Dispose() => _services.Dispose();

    private object? Sent(object value)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return serializer.Deserialize<object>(serializer.SerializeToArray<object>(value));
    }
}
