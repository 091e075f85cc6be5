using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Requests;
using LoApi.Callers;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who is the client, and on whose behalf: settled before a handler runs, for every endpoint that declares <see cref="Access"/>.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, IClientAuthenticator authenticator, RequestContextVerifier verifier)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Access>() is not { } access)
        {
            await next(http);
            return;
        }

        var request = await IdentifyAsync(http, access);
        if (request.Failed)
        {
            await new ApiProblem(request.Failure).ExecuteAsync(http);
            return;
        }

        http.Features.Set(request.Value);
        await next(http);
    }

    private async ValueTask<Outcome<ApiRequest>> IdentifyAsync(HttpContext http, Access access)
    {
        var client = await authenticator.AuthenticateAsync(http.Request);
        if (client.Failed)
        {
            return client.Failure;
        }

        var context = await verifier.VerifyAsync(client.Value, access.ActsFor);
        if (context.Failed)
        {
            return context.Failure;
        }

        var caller = new Caller(
            client.Value.ClientId,
            access.ActsFor.HasFlag(ActsFor.User) ? client.Value.UserId : null,
            access.ActsFor.HasFlag(ActsFor.Location) ? client.Value.LocationId : null,
            http.RequestId);
        return new ApiRequest(http, caller, context.Value.User);
    }
}
