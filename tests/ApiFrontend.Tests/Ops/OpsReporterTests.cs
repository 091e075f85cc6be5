using System.Collections.Immutable;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Operations;
using LoApi.Silo.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Ops;

public sealed class OpsReporterTests
{
    [Fact]
    public async Task Stop_AProcessThatWasHeardOf_SaysThatItEnds()
    {
        var board = new Board();
        using var host = Host(board);
        var reporter = host.GetRequiredService<OpsReporter>();
        await reporter.StartAsync(CancellationToken.None);
        var first = await board.First.Task;

        await reporter.StopAsync(CancellationToken.None);

        var last = board.Last!;
        Assert.Equal((false, true), (first.HasEnded, last.HasEnded));
        Assert.Equal(first.ProcessId, last.ProcessId);
        Assert.Empty(last.Checks);
        Assert.Empty(last.Figures);
    }

    [Fact]
    public async Task Stop_WhileTheBoardIsAway_Ends()
    {
        var board = new Board { Fails = true };
        using var host = Host(board);
        var reporter = host.GetRequiredService<OpsReporter>();
        await reporter.StartAsync(CancellationToken.None);
        await board.First.Task;

        await reporter.StopAsync(CancellationToken.None);

        Assert.True(board.Last!.HasEnded);
    }

    private static ServiceProvider Host(Board board) => new ServiceCollection()
        .AddMetrics()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(ProcessRole.Both)
        .AddSingleton(StubGrains.Of(board))
        .AddSingleton<IProcessChecks, NoChecks>()
        .AddSingleton<RecentProblems>()
        .AddSingleton<OpsStatus>()
        .AddSingleton<OpsCollector>()
        .AddSingleton<OpsReporter>()
        .BuildServiceProvider();

    private sealed class NoChecks : IProcessChecks
    {
        public Task<ImmutableArray<ProcessCheck>> LookAsync() => Task.FromResult(ImmutableArray<ProcessCheck>.Empty);
    }

    private sealed class Board : IOpsBoardGrain
    {
        public bool Fails { get; init; }

        public TaskCompletionSource<ProcessReport> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ProcessReport? Last { get; private set; }

        public Task<ReportReceipt> PublishAsync(ProcessReport report)
        {
            Last = report;
            First.TrySetResult(report);
            return Fails ? throw new TimeoutException() : Task.FromResult(new ReportReceipt(0, 0, WasKnown: true));
        }

        public Task<OpsBoard> ReadAsync(long afterSlot) => throw new NotSupportedException();
    }
}
