namespace LoApi.Comparison.Tests;

public sealed class TimeBudgetTests
{
    [Fact]
    public async Task SpendAsync_PieceThatTakesLess_LeavesMoreToTheOthers()
    {
        var clock = new Clock();
        var budget = new TimeBudget(new Progress(clock), TimeSpan.FromSeconds(40), pieces: 4);
        var due = new List<double>();

        foreach (var seconds in new[] { 4, 20, 8, 0 })
        {
            await budget.SpendAsync(until =>
            {
                due.Add(until.TotalSeconds);
                clock.Now += TimeSpan.FromSeconds(seconds);
                return Task.CompletedTask;
            });
        }

        Assert.Equal([10, 16, 32, 40], due);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
