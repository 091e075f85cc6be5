using LoApi.ApiFrontend.Health;
using LoApi.ApiFrontend.Hosting;
using LoApi.Fixtures;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>What a front end knows of its connections to silos.</summary>
public sealed class ClusterConnectionTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly CapturedLogs _logs = new();
    private readonly DateTimeOffset _start;
    private readonly ClusterConnection _connection;

    public ClusterConnectionTests()
    {
        _start = _clock.GetUtcNow();
        _connection = new(_clock, new Logger<ClusterConnection>(new LoggerFactory([_logs])));
    }

    public void Dispose() => _logs.Dispose();

    [Fact]
    public void Check_BeforeAnySilo_IsUnhealthySinceItBegan()
    {
        _clock.Advance(Minute);
        AssertStands(ReadinessProbe.Unhealthy, TimeSpan.Zero);
    }

    [Fact]
    public void Check_HoweverOften_IsHealthySinceTheFirstSilo()
    {
        _clock.Advance(Minute);
        Change(from: 0, to: 1);
        _clock.Advance(Minute);
        Change(from: 1, to: 2);
        AssertStands(ReadinessProbe.Healthy, Minute);
        _clock.Advance(Minute);
        Change(from: 2, to: 1);
        AssertStands(ReadinessProbe.Healthy, Minute);
        Assert.Empty(_logs.Entries);
    }

    [Fact]
    public void Check_AllSilosGoneAndOneBack_SaysSinceWhen()
    {
        Change(from: 0, to: 1);
        _clock.Advance(Minute);
        _connection.NotifyClusterConnectionLost();
        Change(from: 1, to: 0);
        _clock.Advance(Minute);
        AssertStands(ReadinessProbe.Unhealthy, Minute);
        Change(from: 0, to: 1);
        _clock.Advance(Minute);
        AssertStands(ReadinessProbe.Healthy, 2 * Minute);
        Assert.Equal([LogLevel.Error, LogLevel.Warning], _logs.Entries.Select(entry => entry.Level));
    }

    [Fact]
    public void Check_ChangesToldInAnotherOrderThanTheyCame_EndsAsTheyAddUp()
    {
        Change(from: 0, to: 1);
        Change(from: 1, to: 2);
        Change(from: 1, to: 0); // The second loss is told of first.
        _connection.NotifyClusterConnectionLost();
        Change(from: 2, to: 1);
        AssertStands(ReadinessProbe.Unhealthy, TimeSpan.Zero);
        Change(from: 0, to: 1);
        AssertStands(ReadinessProbe.Healthy, TimeSpan.Zero);
    }

    private void Change(int from, int to) => _connection.NotifyGatewayCountChanged(to, from, connectionRecovered: from == 0);

    private void AssertStands(string status, TimeSpan since) =>
        Assert.Equal(("cluster", status, _start + since), (_connection.Check().Name, _connection.Check().Status, _connection.Check().Since));
}
