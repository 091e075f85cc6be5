using System.Net.Sockets;
using LoApi.Errors;
using LoApi.Silo;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>What a silo throws reaches a front end in another process as what it is, whatever a driver said.</summary>
public sealed class CrossingExceptionTests
{
    public static TheoryData<Exception> Causes =>
    [
        new NpgsqlException("Exception while connecting", new SocketException(111)),
        new PostgresException("terminating connection", "FATAL", "FATAL", "57P01"),
        new TimeoutException("The operation has timed out"),
    ];

    [Theory]
    [MemberData(nameof(Causes))]
    public void DatabaseUnavailable_WithWhatADriverSaid_StaysWhatItIs(Exception cause) => Cross(new DatabaseUnavailableException(cause));

    [Theory]
    [MemberData(nameof(Causes))]
    public void OutcomeUnknown_WithWhatADriverSaid_StaysWhatItIs(Exception cause) => Cross(new OutcomeUnknownException(cause));

    [Fact]
    public void Overloaded_Thrown_StaysWhatItIs() => Cross(new OverloadedException());

    private static void Cross<T>(T sent)
        where T : Exception
    {
        using var services = new ServiceCollection().AddSerializer().AddCrossingExceptions().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var received = Assert.IsType<T>(serializer.Deserialize<Exception>(serializer.SerializeToArray<Exception>(sent)));
        Assert.Equal(sent.Message, received.Message);
    }
}
