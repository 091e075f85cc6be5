using System.Data.Common;
using LoApi.Storage.Sql;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>What a driver would throw.</summary>
internal sealed class SimulatedFault(StorageFault fault, string message) : DbException(message)
{
    public StorageFault Fault { get; } = fault;
}
