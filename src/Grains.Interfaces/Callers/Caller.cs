namespace LoApi.Callers;

/// <summary>Who makes a request, and on whose behalf.</summary>
/// <param name="ClientId">The app server.</param>
/// <param name="UserId">The user it acts for, verified to exist and to be active where the endpoint asks for one; else null.</param>
/// <param name="LocationId">The location it acts for, verified to be one of the user's; else null.</param>
/// <param name="RequestId">The request's id, as it stands in the log and in <c>X-Request-Id</c>.</param>
/// <param name="Token">The token that the request came with; null where it came with none.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller(
    [property: Id(0)] string ClientId,
    [property: Id(1)] string? UserId,
    [property: Id(2)] string? LocationId,
    [property: Id(3)] string RequestId,
    [property: Id(4)] TokenUse? Token = null)
{
    /// <summary>The service itself, for what it does by the calendar and nobody asked for.</summary>
    public static Caller System { get; } = new("system", UserId: null, LocationId: null, RequestId: "system");

    /// <summary>The method of the request; null where there is none.</summary>
    [Id(10)]
    public string? Method { get; init; }

    /// <summary>Its path, canonical, without the query; null where there is none.</summary>
    [Id(11)]
    public string? Path { get; init; }

    /// <summary>Its W3C trace id, 32 hexadecimal digits; null where it has none.</summary>
    [Id(12)]
    public string? TraceId { get; init; }

    /// <summary>The address that it came from; null where that is not known.</summary>
    [Id(13)]
    public string? RemoteIp { get; init; }

    /// <summary>SHA-256 of the body that it sent, 64 hexadecimal digits; null where it sent none.</summary>
    [Id(14)]
    public string? PayloadDigest { get; init; }
}
