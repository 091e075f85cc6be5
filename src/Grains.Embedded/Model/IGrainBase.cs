using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain class is to the runtime. <see cref="Grain"/> implements it for most.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this object belongs to.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it fails, waiting callers get its exception and the activation ends.</summary>
    /// <param name="token">Cancelled when activation takes too long.</param>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last call. An exception is logged; the activation ends all the same.</summary>
    /// <param name="reason">Why the activation ends; for information only.</param>
    /// <param name="token">Cancelled when deactivation takes too long.</param>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
