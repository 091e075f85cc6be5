using System.Data.Common;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>The driver, as one process has it.</summary>
internal sealed class SimulatedFactory(SimulatedServer server, SimulatedProcess process) : DbProviderFactory
{
    public override DbDataSource CreateDataSource(string connectionString) => new Source(server, process);

    private sealed class Source(SimulatedServer server, SimulatedProcess process) : DbDataSource
    {
        public override string ConnectionString => "";

        protected override DbConnection CreateDbConnection() => new SimulatedConnection(server, process);
    }
}
