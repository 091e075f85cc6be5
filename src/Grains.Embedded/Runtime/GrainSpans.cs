using System.Diagnostics;

namespace Orleans.Embedded;

/// <summary>
/// Spans of grain calls: source <c>LoApi.Grains</c>. A span begins when the call is sent and ends with it; what the grain
/// does belongs to it. While nobody listens, a call carries nothing.
/// </summary>
internal static class GrainSpans
{
    /// <summary>The source's name.</summary>
    public const string Name = "LoApi.Grains";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>What a call that is sent here and now belongs to; null where nobody wants to know.</summary>
    public static Activity? Parent => Source.HasListeners() ? Activity.Current : null;

    /// <summary>Makes a call's span current, or, where none is recorded, what it belongs to.</summary>
    public static void Begin(GrainCall call, Activation target)
    {
        var clock = target.Class.Runtime.Clock;
        var waited = clock.Between(call.SentAt, clock.GetTimestamp());
        if (Source.StartActivity(ActivityKind.Internal, call.Caller!.Context, startTime: clock.Now - waited, name: call.Method.Name) is not { } span)
        {
            Activity.Current = call.Caller;
            return;
        }

        span.SetTag("rpc.system", "orleans");
        span.SetTag("loapi.grain.type", target.GrainId.Type.ToString()); // Without its key: that is a user's id, or a resource's.
        span.SetTag("loapi.grain.waited", waited.TotalSeconds);
        call.Span = span;
    }

    /// <summary>Notes why a call failed.</summary>
    public static void Fail(Activity span, Exception exception)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag("error.type", exception.GetType().FullName);
    }
}
