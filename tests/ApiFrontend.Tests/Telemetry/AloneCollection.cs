namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>
/// Tests of what leaves the process: sources and meters are the process's, so that a collector is sent what every host in it
/// does. These run when no other test does.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
