using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain may ask of its activation.</summary>
public static class GrainBaseExtensions
{
    /// <summary>Ends this activation as soon as no call runs. Later calls meet a new one.</summary>
    public static void DeactivateOnIdle(this IGrainBase grain) =>
        ((Activation)grain.GrainContext).Deactivate(new DeactivationReason(
            DeactivationReasonCode.ApplicationRequested,
            "DeactivateOnIdle was called."));

    /// <summary>Calls back on the grain's own turn, first after the due time and then a period after each tick's end.</summary>
    /// <remarks>A tick does not overlap calls, or other ticks, unless the options say that it interleaves. It does not keep
    /// the grain active unless the options say so. An exception is logged, and the next tick comes all the same.</remarks>
    /// <returns>The timer; it ends when it, or the activation, does.</returns>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ((Activation)grain.GrainContext).RegisterTimer(token => callback(state, token), options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain,
        Func<CancellationToken, Task> callback,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ((Activation)grain.GrainContext).RegisterTimer(callback, options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain,
        Func<Task> callback,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ((Activation)grain.GrainContext).RegisterTimer(_ => callback(), options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return ((Activation)grain.GrainContext).RegisterTimer(_ => callback(state), options);
    }

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain,
        Func<Task> callback,
        TimeSpan dueTime,
        TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain,
        Func<CancellationToken, Task> callback,
        TimeSpan dueTime,
        TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, Task> callback,
        TState state,
        TimeSpan dueTime,
        TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer{TState}(IGrainBase, Func{TState, CancellationToken, Task}, TState, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        TimeSpan dueTime,
        TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new(dueTime, period));
}
