using System.Collections.Immutable;
using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>What a process checks of itself, for operators.</summary>
public interface IProcessChecks
{
    /// <summary>Looks; each implementation bounds how long that takes.</summary>
    Task<ImmutableArray<ProcessCheck>> LookAsync();
}
