using System.Collections.Concurrent;
using System.Diagnostics;
using LoApi.Grains.Embedded.Tests.Behaviour.Grains;

namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>W3C's trace context goes into grains, from grain to grain, and no further than the call.</summary>
public sealed class TraceTests : BehaviourTests, IDisposable
{
    private static readonly ActivitySource Tests = new("LoApi.Tests");

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public TraceTests(GrainHost host)
        : base(host)
    {
        _listener = new()
        {
            // Those that Orleans has for itself are left out: nobody asked for what it does in the meantime.
            ShouldListenTo = source => source.Name is "LoApi.Tests" or "LoApi.Grains" or "Microsoft.Orleans.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Call_InASpan_RunsInOneOfItsTrace()
    {
        using var caller = Tests.StartActivity("caller")!;

        var met = ActivityContext.Parse((await Grains.GetGrain<ITracedGrain>(NewKey()).TraceAsync(null))!, null);

        Assert.Equal(caller.TraceId, met.TraceId);
        Assert.NotEqual(caller.SpanId, met.SpanId);
        Assert.Same(caller, Activity.Current); // The caller goes on in its own.
    }

    [Fact]
    public async Task Call_FromAGrainToAnother_RunsInTheSameTrace()
    {
        using var caller = Tests.StartActivity("caller")!;

        var met = ActivityContext.Parse((await Grains.GetGrain<ITracedGrain>(NewKey()).TraceAsync(NewKey()))!, null);

        Assert.Equal(caller.TraceId, met.TraceId);
        var calls = _ended.Where(span => span.TraceId == caller.TraceId).ToDictionary(span => span.SpanId);
        var hops = 0;
        for (var at = met.SpanId; at != caller.SpanId; at = calls[at].ParentSpanId)
        {
            hops++;
        }

        Assert.InRange(hops, 2, 4); // A span a call here; one that sends and one that runs on Orleans.
    }

    [Fact]
    public async Task Calls_WithoutASpan_AreInNone()
    {
        var grain = Grains.GetGrain<ITracedGrain>(NewKey());
        using (var caller = Tests.StartActivity("before"))
        {
            await grain.TraceAsync(null);
        }

        // Orleans makes a trace of the call's own; neither has anything of the call before.
        var met = await grain.TraceAsync(null);

        Assert.DoesNotContain(_ended, span => span.OperationName == "before" && met?.Contains(span.TraceId.ToHexString(), StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Call_ThatFails_HasASpanThatSaysSo()
    {
        using var caller = Tests.StartActivity("caller")!;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grains.GetGrain<ITracedGrain>(NewKey()).FailAsync());

        Assert.Contains(_ended, span => span.TraceId == caller.TraceId && span.Status == ActivityStatusCode.Error);
    }
}
