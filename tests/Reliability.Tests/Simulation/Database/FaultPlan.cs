using LoApi.Storage.Sql;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>Decides what goes wrong, out of the history's seed. How much that is differs from history to history.</summary>
internal sealed class FaultPlan(Random random)
{
    private static readonly double[] Rates = [0, 0.01, 0.05, 0.15];

    private readonly double _rate = Rates[random.Next(Rates.Length)];
    private readonly double _commitRate = Rates[random.Next(Rates.Length)] * 2;

    /// <summary>From now on nothing goes wrong.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether the server restarts now, so that every connection is dead.</summary>
    public bool RestartsServer() => Happens(_rate / 4);

    public SimulatedFault? OfOpening() => Happens(_rate) ? new(StorageFault.Unavailable, "No connection.") : null;

    public SimulatedFault? OfReading() => Happens(_rate / 2) ? new(StorageFault.Unavailable, "Connection lost while reading.") : null;

    public SimulatedFault? OfSavepoint() => Happens(_rate / 4) ? new(StorageFault.Unavailable, "Connection lost at a savepoint.") : null;

    public SimulatedFault? OfRollback() => Happens(_rate / 2) ? new(StorageFault.Unavailable, "Connection lost while rolling back.") : null;

    public SimulatedFault? OfWriting() => !Happens(_rate)
        ? null
        : random.Next(4) switch
        {
            0 => new(StorageFault.Transient, "Deadlock."),
            1 => new(StorageFault.Locked, "Lock not available."),
            2 => new(StorageFault.Cancelled, "Timed out."),
            _ => new(StorageFault.Unavailable, "Connection lost while writing."),
        };

    public CommitFate OfCommit() => Happens(_commitRate)
        ? (CommitFate)random.Next((int)CommitFate.Refused, (int)CommitFate.CrashAfter + 1)
        : CommitFate.Done;

    /// <summary>How often others may go first while the network or the disk is at work.</summary>
    public int Patience() => random.Next(3) > 0 ? 1 : random.Next(2, 30);

    /// <summary>Whether it takes so long that everybody else comes to a stop.</summary>
    public bool IsSlow() => random.Next(10) == 0;

    /// <summary>Whether what is to happen later happens now.</summary>
    public bool ComesToPass() => random.Next(4) == 0;

    private bool Happens(double rate) => !IsOver && random.NextDouble() < rate;
}
