using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Representations;
using LoApi.Errors;
using LoApi.Idempotency;

namespace LoApi.ApiFrontend.Writes;

/// <summary>
/// Takes a resource from the version that a caller knows to the next. A repeat is recognised before its precondition is
/// looked at, which the first attempt has outdated; see decision 0011.
/// </summary>
internal static class Change
{
    /// <summary>How often a change that may start from any version (<c>If-Match: *</c>) is made anew when another was first.</summary>
    private const int MaxAttempts = 16;

    private static readonly Failure Gone = new(ProblemCode.NotFound, "The resource was deleted in the meantime.");

    public static Task<Outcome<RecordedResponse>> ApplyAsync<T>(
        this IChangeTarget<T> target, ApiRequest request, Edit<T> edit, RepeatedWrites repeats)
        where T : class
    {
        var ifMatch = IfMatch.Read(request.Http.Request);
        if (ifMatch.Failed)
        {
            return Task.FromResult<Outcome<RecordedResponse>>(ifMatch.Failure);
        }

        var key = IdempotencyKey.ReadOptional(request.Http.Request);
        if (key is { Failed: true })
        {
            return Task.FromResult<Outcome<RecordedResponse>>(key.Failure);
        }

        if (edit.CanonicalBody is not { } body)
        {
            return ApplyAsync(target, ifMatch.Value, edit, use: null); // To be told everything that is wrong with it.
        }

        request.BindToken(WriteFingerprint.OfToken(request, key?.Value, target.Route, body));
        var use = key?.Value is { } sent ? IdempotencyKey.Use(request, sent, target.Route, body) : null;
        var change = ApplyAsync(target, ifMatch.Value, edit, use);
        return use is null ? change : repeats.SettleAsync(change, () => target.IsRepeatedAsync(use));
    }

    private static async Task<Outcome<RecordedResponse>> ApplyAsync<T>(
        IChangeTarget<T> target, IfMatch ifMatch, Edit<T> edit, IdempotentRequest? use)
        where T : class
    {
        var current = await target.FindAsync();
        if (current.Failed && !target.VanishesWhenDeleted)
        {
            return current.Failure;
        }

        if (use is not null && await target.FindAnswerAsync(use) is { } answer)
        {
            return answer;
        }

        return current.Failed ? current.Failure : await ApplyAsync(target, current.Value, ifMatch, edit, use);
    }

    private static async Task<Outcome<RecordedResponse>> ApplyAsync<T>(
        IChangeTarget<T> target, T current, IfMatch ifMatch, Edit<T> edit, IdempotentRequest? use)
        where T : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // Before a caller is told that its version is not the present one, the database is asked which one is.
            if (!ifMatch.Names(target.VersionOf(current)))
            {
                if (await target.GetCurrentAsync() is not { } stored)
                {
                    return Gone;
                }

                current = stored;
                if (!ifMatch.Names(target.VersionOf(current)))
                {
                    return IfMatch.Failed(target.VersionOf(current));
                }
            }

            var parsed = edit.Apply(current);
            if (!parsed.Errors.IsEmpty)
            {
                return parsed.ToFailure(await target.CheckAsync(current, parsed.Draft));
            }

            var changed = await target.ChangeAsync(current, edit.Removes ? null : parsed.Draft, use);
            if (!ifMatch.IsAny || changed.Failure?.Code != ProblemCode.PreconditionFailed)
            {
                return changed;
            }

            if (await target.GetCurrentAsync() is not { } next)
            {
                return Gone;
            }

            current = next;
        }

        return new Failure(ProblemCode.Overloaded, "The resource is changed by others all the time; nothing was done.");
    }
}
