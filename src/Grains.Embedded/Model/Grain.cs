using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base class of grains.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Called by the runtime, on the new activation's own turn.</summary>
    protected Grain()
    {
        GrainContext = Activation.Current ?? throw new InvalidOperationException(
            $"{GetType()} is a grain: only the runtime creates it. Ask the grain factory for a reference.");
    }

    /// <summary>The activation that this object belongs to.</summary>
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain, to hand to others.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The grain's type and key, such as <c>payoff/17</c>.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Gives references to other grains.</summary>
    protected IGrainFactory GrainFactory => ((Activation)GrainContext).Class.Runtime.Factory;

    /// <summary>The services of this activation; scoped ones live as long as it does.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Ends this activation as soon as no call runs. Later calls meet a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps an idle activation for at least this long.</summary>
    /// <param name="timeSpan">Zero takes an earlier request back; <see cref="Timeout.InfiniteTimeSpan"/> keeps it for good.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).DelayDeactivation(timeSpan);
}
