using System.Net.Http.Headers;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Signs every request that carries no credentials yet with a token of its own.</summary>
internal sealed class SigningHandler(Func<string> sign) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("Authorization"))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sign());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
