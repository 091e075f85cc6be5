using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The base of generated proxies: turns a call into an object and sends it.</summary>
public abstract class GrainProxy(GrainRoute route) : GrainReference(route)
{
    /// <summary>Sends a call that has a result.</summary>
    protected Task<TResult> Send<TResult>(GrainCall<TResult> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        Route.Class.Send(Route.Key, call, cancellationToken);
        return call.Reply;
    }

    /// <summary>Sends a call that has none.</summary>
    protected Task Send(VoidGrainCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        Route.Class.Send(Route.Key, call, cancellationToken);
        return call.Reply;
    }
}
