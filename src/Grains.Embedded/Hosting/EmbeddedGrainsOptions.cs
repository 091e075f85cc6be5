using System.Reflection;

namespace Orleans.Hosting;

/// <summary>How the in-process grain runtime behaves. The defaults are Orleans', where it has such a setting.</summary>
public sealed class EmbeddedGrainsOptions
{
    /// <summary>Where grain classes are found.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>How long a caller waits for a reply, unless its method says otherwise. Default: 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a call an activation is collected, unless its class says otherwise. Default: 15 minutes.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default: 1 minute.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many calls one activation may have, running and waiting. Further ones are refused with a
    /// <see cref="Runtime.LimitExceededException"/>. Default: 10,000.</summary>
    public int MailboxLimit { get; set; } = 10_000;

    /// <summary>How many activations the process may have. From nine tenths of it on, activations that were idle for one
    /// <see cref="CollectionQuantum"/> are collected; beyond it, calls that need a new one are refused with a
    /// <see cref="Runtime.LimitExceededException"/>. Default: 250,000.</summary>
    public int MaxActivations { get; set; } = 250_000;

    /// <summary>How long <c>OnActivateAsync</c>, with reading the state, may take. Default: 30 seconds.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <c>OnDeactivateAsync</c> may take. Default: 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a running call is warned of in the log. Default: 10 seconds.</summary>
    public TimeSpan LongCallWarning { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long shutting down waits for calls and for <c>OnDeactivateAsync</c>. Default: 20 seconds; the host itself
    /// waits 30 for all that it stops.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Who runs an activation's turns, one after the other, by executing the item once; <see langword="null"/> for the
    /// thread pool. For simulations that decide themselves what comes next.</summary>
    internal Action<IThreadPoolWorkItem>? TurnQueue { get; set; }
}
