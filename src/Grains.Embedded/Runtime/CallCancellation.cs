using System.Diagnostics.CodeAnalysis;

namespace Orleans.Embedded;

/// <summary>Carries cancellation from a caller's token to the token that the callee sees.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer or wait handle holds nothing to dispose of.")]
internal sealed class CallCancellation(GrainCall call)
{
    private readonly CancellationTokenSource _callee = new();
    private CancellationTokenRegistration _registration;

    internal CancellationToken CalleeToken => _callee.Token;

    internal void Watch(CancellationToken callerToken) =>
        _registration = callerToken.UnsafeRegister(
            static (call, token) => ((GrainCall)call!).OnCallerCancelled(token),
            call);

    internal void StopWatching() => _registration.Unregister();

    /// <summary>Runs on the callee's turn, so that what it registered does not run on the canceller's thread.</summary>
    internal void CancelCallee()
    {
        try
        {
            _callee.Cancel();
        }
        catch (AggregateException exception)
        {
            // The canceller has gone; what the callee's own callbacks throw concerns nobody else.
            var target = call.Target!;
            Log.CancellationCallbackFailed(target.Class.Runtime.Logger, exception, target.GrainId, call.Method.Name);
        }
    }
}
