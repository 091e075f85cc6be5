using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Idempotency;

namespace LoApi.ApiFrontend.Writes;

/// <summary>The resource that a change is made to, as the caller may see and change it; <see cref="Change"/> is the way there.</summary>
internal interface IChangeTarget<T>
    where T : class
{
    /// <summary>The canonical route, part of what a request is recognised by.</summary>
    string Route { get; }

    /// <summary>
    /// Whether DELETE removes it. A repeat then finds nothing but its answer, and is given that before it is told so.
    /// </summary>
    bool VanishesWhenDeleted { get; }

    /// <summary>The version that a version is.</summary>
    long VersionOf(T current);

    /// <summary>The resource, or why the caller cannot change it.</summary>
    Task<Outcome<T>> FindAsync();

    /// <summary>The resource as it stands in the database at this moment; null where it is gone.</summary>
    Task<T?> GetCurrentAsync();

    /// <summary>The answer that was recorded under a key; null where the key was never used.</summary>
    Task<Outcome<RecordedResponse>?> FindAnswerAsync(IdempotentRequest use);

    /// <summary>Whether another attempt under the same key is at work.</summary>
    Task<bool> IsRepeatedAsync(IdempotentRequest attempt);

    /// <summary>The rules that a half-understood change breaks.</summary>
    ValueTask<ImmutableArray<MemberError>> CheckAsync(T current, T changed);

    /// <summary>Makes the change to that version and no other; to null where it is to be gone.</summary>
    Task<Outcome<RecordedResponse>> ChangeAsync(T current, T? changed, IdempotentRequest? use);
}
