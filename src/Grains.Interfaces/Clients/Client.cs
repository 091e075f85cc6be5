using System.Collections.Immutable;

namespace LoApi.Clients;

/// <summary>An app server that may call, as the front ends need to know it. Its keys are ciphertext.</summary>
[GenerateSerializer, Immutable, Alias("client")]
public sealed record Client
{
    /// <summary>The client's id, in the form of <see cref="ClientId"/>: <c>iss</c> and <c>sub</c> of its tokens.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What people call it. At most 100 characters.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Whether it may call at all.</summary>
    [Id(2)]
    public required ClientStatus Status { get; init; }

    /// <summary>What it may do: values of <see cref="ClientScope"/>, in binary order.</summary>
    [Id(3)]
    public required ImmutableArray<string> Scopes { get; init; }

    /// <summary>Requests per second that it may make for any length of time. At least 1.</summary>
    [Id(4)]
    public required int RatePerSecond { get; init; }

    /// <summary>Requests that it may make at once. At least 1.</summary>
    [Id(5)]
    public required int Burst { get; init; }

    /// <summary>Requests that it may make in a day (UTC); null where only rate and burst bound it.</summary>
    [Id(6)]
    public long? DailyQuota { get; init; }

    /// <summary>
    /// The <c>aud</c> or <c>azp</c> that ID tokens forwarded by this client carry: its registration with the identity
    /// provider. Null where none is registered, and then none of its ID tokens is accepted.
    /// </summary>
    [Id(7)]
    public string? OidcAudience { get; init; }

    /// <summary>The keys that are not revoked, or will only be: at most two.</summary>
    [Id(8)]
    public required ImmutableArray<ClientKey> Keys { get; init; }

    /// <summary>Counts the changes of all of the above, from 1.</summary>
    [Id(9)]
    public required long Version { get; init; }

    /// <summary>
    /// What makes no sense in what is stored of it, in words for operators: such a client is disabled, and what could not
    /// be read is the least that it can be. Null where nothing is wrong.
    /// </summary>
    [Id(10)]
    public string? Fault { get; init; }
}
