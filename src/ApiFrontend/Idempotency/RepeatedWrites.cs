using LoApi.Caching;
using LoApi.Errors;
using LoApi.Idempotency;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Idempotency;

/// <summary>
/// Bounds how long a repeat waits for the attempt before it; see decision 0014. An attempt that nobody waits for any more
/// goes on: it has the same key, so it has the effect that the caller asked for, or none.
/// </summary>
internal sealed class RepeatedWrites(TimeProvider time, IOptions<IdempotencyOptions> options, ILogger<RepeatedWrites> logger)
{
    /// <summary>
    /// How long an answer may be under way that was given before the one to the question. They come from two silos where the
    /// grain moved in between, and then in any order.
    /// </summary>
    internal static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(200);

    private static readonly Failure InProgress =
        new(ProblemCode.RequestInProgress, "An earlier attempt at the request is still being worked on; send it again to learn its outcome.");

    /// <summary>What a write comes to, or <see cref="ProblemCode.RequestInProgress"/>.</summary>
    /// <param name="write">The write, under way.</param>
    /// <param name="isRepeated">Whether it waits for another attempt at the same.</param>
    public async Task<Outcome<RecordedResponse>> SettleAsync(Task<Outcome<RecordedResponse>> write, Func<Task<bool>> isRepeated)
    {
        while (!await write.EndsWithinAsync(options.Value.WaitForFirst, time))
        {
            // The attempt that is at work may also be a later one, whose turn came when this one's had ended.
            if (await AnswersYesAsync(isRepeated) && !await write.EndsWithinAsync(UnderWay, time))
            {
                _ = write.ContinueWith(
                    static abandoned => abandoned.Exception, // Seen: the attempt that is asked for next meets the same fault.
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
                return InProgress;
            }
        }

        return await write;
    }

    /// <summary>Only the write itself says what became of it: a question that fails is asked again.</summary>
    private async Task<bool> AnswersYesAsync(Func<Task<bool>> isRepeated)
    {
        try
        {
            return await isRepeated();
        }
        catch (Exception exception)
        {
            Log.RepeatNotKnown(logger, exception);
            return false;
        }
    }
}
