using LoApi.ApiFrontend.Errors;
using LoApi.Idempotency;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>
/// Calls a grain again that was not reached, because its silo was leaving or had just died, until it is or
/// <see cref="ClusterClientOptions.RepeatFor"/> is over. A call that got no answer at all is not repeated: its time is up.
/// One that Orleans gave up by itself ends as <see cref="SiloUnavailableException"/>, in whatever words Orleans said so.
/// </summary>
/// <remarks>
/// The first try may have arrived. So what is repeated is what may be done twice: reads, and writes with an idempotency
/// key, which the second time are answered from the record of the first. What writes without a key and is called all the
/// same is named in a test, with why it may be done twice. Where the process has a silo too, calls that its grains make,
/// and Orleans' own, pass as they are: whoever waits for those grains is the one that repeats.
/// </remarks>
internal sealed class RepeatedCalls(IOptions<ClusterClientOptions> options, TimeProvider time) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(320);

    private readonly TimeSpan _repeatFor = options.Value.RepeatFor;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (IsOfASilo(context))
        {
            await context.Invoke();
            return;
        }

        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception lost) when (IsLost(lost, context))
            {
                if (time.GetElapsedTime(started) + pause > _repeatFor || !MayBeRepeated(context))
                {
                    if (GrainCallFailure.IsUnreachable(lost))
                    {
                        throw;
                    }

                    throw new SiloUnavailableException(lost.Message, lost);
                }
            }

            await Task.Delay(pause, time);
        }
    }

    private static bool IsOfASilo(IOutgoingGrainCallContext call) => call.SourceContext is not null || call.TargetId.IsSystemTarget();

    private static bool IsLost(Exception exception, IOutgoingGrainCallContext call) =>
        GrainCallFailure.IsUnreachable(exception) || GrainCallFailure.IsGivenUp(exception, call.Request.GetCancellationToken());

    private static bool MayBeRepeated(IOutgoingGrainCallContext context)
    {
        for (var argument = 0; argument < context.Request.GetArgumentCount(); argument++)
        {
            if (context.Request.GetArgument(argument) is IOptionallyKeyed { Idempotency: null })
            {
                return false;
            }
        }

        return true;
    }
}
