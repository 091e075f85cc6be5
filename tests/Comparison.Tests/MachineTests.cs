using LoApi.Comparison.Reporting;

namespace LoApi.Comparison.Tests;

public sealed class MachineTests
{
    private readonly Machine _machine = new(2, "Test", 1.5, ".NET 10", "commit abc", ["LoApi server, 2 heaps", "bare Kestrel server, 2 heaps"], []);

    [Fact]
    public void Told_QuietMachine_SaysWhatWasMeasured() => Assert.Equal(
        "2 processors (Test), load average 1.5 before, .NET 10, commit abc. Garbage collection: LoApi server, 2 heaps; bare Kestrel server, 2 heaps. "
        + "No `DOTNET_*` variable was set. The run took 3 minutes.",
        _machine.Told(TimeSpan.FromMinutes(3)));

    [Fact]
    public void Told_BusyMachine_WarnsFirst() =>
        Assert.StartsWith("> **Not of a quiet machine**: the load average was 1.6 before.", (_machine with { LoadBefore = 1.6 }).Told(TimeSpan.FromMinutes(3)), StringComparison.Ordinal);

    [Fact]
    public void Told_VariablesOfTheRuntime_AreNamed() =>
        Assert.Contains("Set for all of them: `DOTNET_gcServer=0`.", (_machine with { Variables = ["DOTNET_gcServer=0"] }).Told(TimeSpan.FromMinutes(3)), StringComparison.Ordinal);
}
