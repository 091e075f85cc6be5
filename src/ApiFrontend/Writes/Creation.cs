using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Idempotency;
using LoApi.Errors;
using LoApi.Idempotency;
using LoApi.Json;

namespace LoApi.ApiFrontend.Writes;

/// <summary>What a POST asks to create: a sound draft, and the use of the key that keeps it from being created twice.</summary>
/// <param name="Draft">The draft, not yet held against the rules.</param>
/// <param name="Idempotency">The use of the key.</param>
internal sealed record Creation<T>(T Draft, IdempotentRequest Idempotency)
    where T : class
{
    /// <summary>Reads it, or fails with everything that is wrong with the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="route">The canonical route, part of what a request is recognised by.</param>
    /// <param name="contract">The model.</param>
    /// <param name="check">The rules that a half-understood draft breaks.</param>
    /// <param name="essence">The draft without what the server would set as well; two that differ only in that are the same request.</param>
    public static async Task<Outcome<Creation<T>>> ReadAsync(
        ApiRequest request,
        string route,
        JsonTypeInfo<T> contract,
        Func<T, ValueTask<ImmutableArray<MemberError>>> check,
        Func<T, T>? essence = null)
    {
        var key = IdempotencyKey.Read(request.Http.Request);
        if (key.Failed)
        {
            return key.Failure;
        }

        var body = await JsonBody.ReadAsync(request.Http.Request, contract);
        if (body.Failed)
        {
            return body.Failure;
        }

        var (draft, errors) = body.Value;
        if (!errors.IsEmpty)
        {
            return body.Value.ToFailure(await check(draft));
        }

        var canonical = CanonicalJson.Of(essence is null ? draft : essence(draft));
        request.BindToken(WriteFingerprint.OfToken(request, key.Value, route, canonical));
        return new Creation<T>(draft, IdempotencyKey.Use(request, key.Value, route, canonical));
    }
}
