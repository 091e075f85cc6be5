using System.Diagnostics;
using System.Net;
using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Requests;
using LoApi.Callers;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Settles before a handler runs who the client is, whether it is within its limit, and for whom it asks: for endpoints that
/// declare <see cref="Access"/>. Others answer everybody, within the limit of an address.
/// </summary>
internal sealed class CallerMiddleware(
    RequestDelegate next,
    IClientAuthenticator authenticator,
    RequestLimits limits,
    IUserVerifier users,
    RequestContextVerifier contexts,
    IDenials denials,
    TimeProvider time)
{
    private static readonly Failure InsufficientScope =
        new(ProblemCode.InsufficientScope, "The client lacks the scope that the endpoint asks for; WWW-Authenticate names it.");

    public async Task InvokeAsync(HttpContext http)
    {
        var declared = http.GetEndpoint()?.Metadata;
        if (declared?.GetMetadata<Access>() is not { } access)
        {
            await ServeStrangerAsync(http, limited: declared?.GetMetadata<Unlimited>() is null);
            return;
        }

        var credentials = authenticator.Look(http.Request);
        if (await AuthenticateAsync(http, credentials) is not { } identity)
        {
            return;
        }

        http.Features.Set(identity); // For those who tell of the request, whatever becomes of it.
        if (identity.Token is { } verified)
        {
            if (await limits.AdmitAsync(http, identity.Client) is { } beyond)
            {
                await new ApiProblem(beyond).ExecuteAsync(http);
                return;
            }

            authenticator.Remember(credentials, verified); // Not before: a client beyond its limit fills no cache.
        }

        var request = await AdmitAsync(http, access, identity);
        if (request.Failed)
        {
            Report(http, request.Failure, detail: null, identity);
            await new ApiProblem(request.Failure).ExecuteAsync(http);
            return;
        }

        http.Features.Set(request.Value);
        await next(http);
    }

    /// <summary>Who it is; null where that was answered already.</summary>
    private async ValueTask<ClientIdentity?> AuthenticateAsync(HttpContext http, Credentials credentials)
    {
        // Whoever is not known by what it brings pays before any work is done, and has it back if it proves to be a client.
        var toll = credentials.AreKnown ? default : limits.Charge(http, () => authenticator.AttemptsOf(credentials));
        if (toll.Refusal is { } beyond)
        {
            // Not reported as denied: one host must not use up what all denials share.
            await new ApiProblem(beyond).ExecuteAsync(http);
            return null;
        }

        // Where that throws for credentials that are known, their address owes nothing: it shares it with others, and who could
        // tell is asked once a second at most.
        var authenticated = await authenticator.VerifyAsync(credentials, forWrite: !http.Request.IsRead);
        if (!authenticated.Outcome.Failed)
        {
            if (toll.Payer != TollPayer.Nobody)
            {
                limits.GiveBack(http, toll);
            }

            return authenticated.Outcome.Value;
        }

        var refusal = credentials.AreKnown ? limits.AdmitStranger(http) : null;
        if (refusal is null)
        {
            Report(http, authenticated.Outcome.Failure, authenticated.Reason, identity: null, authenticated.ClaimedKeyId);
        }

        await new ApiProblem(refusal ?? authenticated.Outcome.Failure).ExecuteAsync(http);
        return null;
    }

    private async Task ServeStrangerAsync(HttpContext http, bool limited)
    {
        if (limited && limits.AdmitStranger(http) is { } beyond)
        {
            await new ApiProblem(beyond).ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private async ValueTask<Outcome<ApiRequest>> AdmitAsync(HttpContext http, Access access, ClientIdentity identity)
    {
        if (!identity.Client.Scopes.Contains(access.Scope, StringComparer.Ordinal))
        {
            return InsufficientScope;
        }

        if (access.ActsFor != ActsFor.Nobody && identity.Token is { } token)
        {
            var user = await users.VerifyAsync(token, http.RequestAborted);
            if (user.Failed)
            {
                return user.Failure;
            }

            identity = identity with { UserId = user.Value.UserId };
        }

        var context = await contexts.VerifyAsync(identity, access.ActsFor, http.Request.IsRead);
        return context.Failed ? context.Failure : new ApiRequest(http, CallerOf(http, access, identity), context.Value.User);
    }

    private static Caller CallerOf(HttpContext http, Access access, ClientIdentity identity) => new(
        identity.Client.Id,
        access.ActsFor.HasFlag(ActsFor.User) ? identity.UserId : null,
        access.ActsFor.HasFlag(ActsFor.Location) ? identity.LocationId : null,
        http.RequestId,
        identity.Token is { Claims: var claims } ? new TokenUse(claims.TokenId, claims.ExpiresAt + TokenRules.ClockSkew) : null)
    {
        Method = http.Request.Method,
        Path = AuditedRoute.PathOf(http),
        TraceId = Activity.Current?.TraceId.ToHexString(),
        RemoteIp = AddressOf(http.Connection.RemoteIpAddress),
    };

    private static string? AddressOf(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();

    private void Report(HttpContext http, Failure failure, string? detail, ClientIdentity? identity, string? claimedKeyId = null)
    {
        if (failure.Code is ProblemCode.ContextRequired or ProblemCode.UserVerificationUnavailable)
        {
            return; // A mistake or an outage, nothing that was tried and denied.
        }

        denials.Report(new()
        {
            Reason = detail is null ? failure.Code : $"{failure.Code}: {detail}",
            Method = http.Request.Method,
            Route = http.Route ?? RequestExtensions.NoRoute,
            Path = AuditedRoute.PathOf(http) ?? RequestExtensions.NoRoute,
            OccurredAt = time.GetUtcNow(),
            RequestId = http.RequestId,
            RemoteIp = AddressOf(http.Connection.RemoteIpAddress),
            ClientId = identity?.Client.Id,
            ClaimedKeyId = claimedKeyId,
            UserId = identity?.UserId,
            LocationId = identity?.LocationId,
        });
    }
}
