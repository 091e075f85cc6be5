namespace LoApi.Silo.Operations;

/// <summary>What a process is, in words for operators.</summary>
/// <param name="Name">The words.</param>
public sealed record ProcessRole(string Name)
{
    /// <summary>HTTP and grains in one process.</summary>
    public static ProcessRole Both { get; } = new("front end and silo");

    /// <summary>HTTP only.</summary>
    public static ProcessRole FrontEnd { get; } = new("front end");

    /// <summary>Grains only.</summary>
    public static ProcessRole Silo { get; } = new("silo");
}
