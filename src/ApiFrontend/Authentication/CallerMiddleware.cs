using System.Diagnostics;
using System.Net;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Requests;
using LoApi.Callers;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who is the client, and on whose behalf: settled before a handler runs, for every endpoint that declares <see cref="Access"/>.</summary>
internal sealed class CallerMiddleware(
    RequestDelegate next,
    IClientAuthenticator authenticator,
    IUserVerifier users,
    RequestContextVerifier contexts,
    IDenials denials,
    TimeProvider time)
{
    private static readonly Failure InsufficientScope =
        new(ProblemCode.InsufficientScope, "The client lacks the scope that the endpoint asks for; WWW-Authenticate names it.");

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Access>() is not { } access)
        {
            await next(http);
            return;
        }

        var authenticated = await authenticator.AuthenticateAsync(http.Request);
        if (authenticated.Outcome.Failed)
        {
            Report(http, authenticated.Outcome.Failure, authenticated.Reason, identity: null, authenticated.ClaimedKeyId);
            await new ApiProblem(authenticated.Outcome.Failure).ExecuteAsync(http);
            return;
        }

        var identity = authenticated.Outcome.Value;
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

        var context = await contexts.VerifyAsync(identity, access.ActsFor);
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
        Path = http.Request.Path.Value,
        TraceId = Activity.Current?.TraceId.ToHexString(),
        RemoteIp = AddressOf(http.Connection.RemoteIpAddress),
    };

    private static string? AddressOf(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();

    private void Report(HttpContext http, Failure failure, string? detail, ClientIdentity? identity, string? claimedKeyId = null)
    {
        if (failure.Code == ProblemCode.ContextRequired)
        {
            return; // A mistake, nothing that was tried and denied.
        }

        denials.Report(new()
        {
            Reason = detail is null ? failure.Code : $"{failure.Code}: {detail}",
            Method = http.Request.Method,
            Path = http.Request.Path.ToUriComponent(),
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
