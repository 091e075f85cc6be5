using LoApi.Caching;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Grains.Caching;
using LoApi.Grains.Calendar;
using LoApi.Grains.Idempotency;
using LoApi.Idempotency;
using LoApi.Json;
using LoApi.Resources;
using LoApi.Storage.Resources;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Grains.Resources;

/// <summary>One resource. Its turns serialise what is written to its row; the row's key and version guard it all the same.</summary>
internal sealed class ResourceGrain(
    ResourceRepository resources,
    RecordedAnswers answers,
    SpentTokens tokens,
    IChangeWriter writer,
    BusinessClock clock,
    TimeProvider time,
    IOptions<CacheOptions> cache,
    ILogger<ResourceGrain> logger) : Grain, IResourceGrain
{
    private readonly Attempts _attempts = new();

    private CachedRow<OwnedResource> Row => field ??= new(
        this,
        time,
        cache.Value,
        logger,
        () => resources.FindAsync(this.GetPrimaryKey(), CancellationToken.None));

    public Task<Outcome<RecordedResponse>> CreateAsync(CreateResource request) =>
        _attempts.RunAsync(request.Idempotency, async () => await Row.GetAsync() is null
            ? await CreateNewAsync(request)
            : await answers.ReplayAsync(request.Idempotency, request.Caller));

    public async Task<Resource?> GetAsync(string clientId) => SeenBy(clientId, await Row.GetAsync())?.Resource;

    public async Task<Reading<Resource>> ReadAsync(string clientId)
    {
        var (row, age) = await Row.ReadAsync();
        return new(SeenBy(clientId, row)?.Resource, age);
    }

    public Task<Resource?> GetCurrentAsync(string clientId)
    {
        Row.Invalidate();
        return GetAsync(clientId);
    }

    public Task<Outcome<RecordedResponse>> ChangeAsync(ChangeResource request) =>
        _attempts.RunAsync(request.Idempotency, () => ChangeCurrentAsync(request));

    public Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest request, Caller caller) => answers.FindAsync(request, caller);

    public Task<bool> IsRepeatedAsync(IdempotentRequest attempt) => Task.FromResult(_attempts.IsRepeated(attempt));

    private async Task<Outcome<RecordedResponse>> CreateNewAsync(CreateResource request)
    {
        var errors = ResourceRules.CheckNew(request.Draft);
        if (!errors.IsEmpty)
        {
            return new Failure(ProblemCode.ValidationFailed, "The resource breaks rules.", errors);
        }

        // Otherwise the token, the key or the id is spent: by another activation, on another resource, or on one that was deleted since.
        var write = ResourceWrite.Create(request, this.GetPrimaryKey(), clock.Now, time.GetUtcMicroseconds());
        return await Row.WriteAsync(writer, write.Changes, write.Row) == WriteResult.Committed
            ? write.Response
            : await answers.ReplayAsync(request.Idempotency, request.Caller);
    }

    private async Task<Outcome<RecordedResponse>> ChangeCurrentAsync(ChangeResource request)
    {
        var current = SeenBy(request.Caller.ClientId, await Row.GetAsync());
        var met = WriteResult.VersionConflict;
        if (current?.Resource.Version == request.ExpectedVersion)
        {
            if (request.Changed is { } changed && ResourceRules.CheckChange(current.Resource, changed) is { IsEmpty: false } errors)
            {
                return new Failure(ProblemCode.ValidationFailed, "The change breaks rules.", errors);
            }

            var write = request.Changed is null
                ? ResourceWrite.Delete(current, request, time.GetUtcMicroseconds())
                : ResourceWrite.Update(current, request.Changed, request, clock.Now, time.GetUtcMicroseconds());
            met = await Row.WriteAsync(writer, write.Changes, write.Row);
            if (met == WriteResult.Committed)
            {
                return write.Response;
            }
        }

        // Somebody was first; where it was the same request, its answer is this one's too.
        if (await tokens.CheckAsync(request.Caller) is { } refused)
        {
            return refused;
        }

        var answer = request.Idempotency is { } use ? await answers.FindAsync(use, request.Caller) : null;
        return answer ?? (current is null
            ? new Failure(ProblemCode.NotFound, "There is no resource with this id.")
            : met == WriteResult.UniqueConflict && (await GetCurrentAsync(request.Caller.ClientId))?.Version == request.ExpectedVersion
            ? SpentTokens.Refused // By the same change, made from an earlier version (If-Match: *), without a key to repeat it by.
            : new Failure(ProblemCode.PreconditionFailed, "The resource was changed in the meantime: read it again."));
    }

    private static OwnedResource? SeenBy(string clientId, OwnedResource? row) =>
        string.Equals(row?.ClientId, clientId, StringComparison.Ordinal) ? row : null;
}
