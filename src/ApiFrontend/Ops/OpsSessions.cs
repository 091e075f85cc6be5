using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Requests;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Clients;
using LoApi.Json;
using LoApi.Operators;

namespace LoApi.ApiFrontend.Ops;

/// <summary>Who may look: opens sessions for operators' keys, and knows them again. Sign-ins are recorded, good ones and others, and sign-outs.</summary>
internal sealed class OpsSessions(
    SessionCookies cookies, KnownOperators operators, SignInLimit limit, AuditTrail trail, IDenials denials, TimeProvider time, ILogger<OpsSessions> logger)
{
    private const string SignedIn = "signed_in";
    private const string SignedOut = "signed_out";
    private const string WrongKey = "operator_key_refused";

    /// <summary>Tries a key.</summary>
    /// <returns>The session, or with which status there is none.</returns>
    public async Task<(OpsSession? Session, int Status)> SignInAsync(HttpContext http, string? typed)
    {
        // Others behind the same address cannot shut out who has a key that this front end knows.
        var formed = OperatorSecret.TryParse(typed, out var secret);
        if (!limit.Admits(http.Connection.RemoteIpAddress) && !(formed && operators.Opens(secret!)))
        {
            return (null, StatusCodes.Status429TooManyRequests);
        }

        OperatorKey? key;
        try
        {
            key = formed ? await operators.FindAsync(secret!.KeyId) : null;
        }
        catch (Exception exception)
        {
            Log.NotAsked(logger, exception); // Whatever it was, nobody is let in.
            return (null, StatusCodes.Status503ServiceUnavailable);
        }

        if (key is null || !secret!.Opens(key) || !key.HoldsAt(time.GetUtcNow()))
        {
            Refuse(http, secret?.KeyId);
            return (null, StatusCodes.Status401Unauthorized);
        }

        Log.SignedIn(logger, key.Name, key.KeyId, Address(http));
        Report(http, key.Name, SignedIn, resourceType: "operator_key", key.KeyId);
        return (cookies.Open(http, key.KeyId, key.Name), StatusCodes.Status200OK);
    }

    /// <summary>Has the browser forget its session. Nothing is kept of sessions: a copy of the cookie is good until its end.</summary>
    public void SignOut(HttpContext http)
    {
        if (cookies.Read(http.Request) is { } session)
        {
            Report(http, session.Name, SignedOut, resourceType: "operator_key", session.KeyId);
        }

        SessionCookies.Close(http);
    }

    /// <summary>Who asks.</summary>
    /// <returns>The session, or with which status there is none.</returns>
    public async Task<(OpsSession? Session, int Status)> FindAsync(HttpContext http)
    {
        if (cookies.Read(http.Request) is not { } session)
        {
            return (null, StatusCodes.Status401Unauthorized);
        }

        try
        {
            return await operators.HoldsAsync(session.KeyId) ? (session, StatusCodes.Status200OK) : (null, StatusCodes.Status401Unauthorized);
        }
        catch (Exception exception)
        {
            Log.NotAsked(logger, exception);
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Records what an operator has done.</summary>
    public void Report(HttpContext http, string name, string code, string resourceType, string? resourceId) => trail.Report(
        new(Guid.CreateVersion7(), AuditKind.Read, AuditOutcome.Success, code, time.GetUtcMicroseconds(), new Caller(ClientId.Operations, name, LocationId: null, http.RequestId)
        {
            Method = http.Request.Method,
            Path = AuditedRoute.PathOf(http),
            RemoteIp = Address(http),
        })
        {
            ResourceType = resourceType,
            ResourceId = resourceId,
        });

    private void Refuse(HttpContext http, string? keyId) => denials.Report(new()
    {
        Reason = WrongKey,
        Method = http.Request.Method,
        Route = http.Route ?? RequestExtensions.NoRoute,
        Path = AuditedRoute.PathOf(http) ?? RequestExtensions.NoRoute,
        OccurredAt = time.GetUtcNow(),
        RequestId = http.RequestId,
        RemoteIp = Address(http),
        ClaimedKeyId = keyId,
    });

    private static string? Address(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;
}
