using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;

namespace LoApi.ApiFrontend.Tests.Contract;

/// <summary>Holds every answer that passes through against the OpenAPI document, and fails the test where it differs.</summary>
internal sealed class ContractHandler(ApiContract contract) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await KeepSensitiveAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)))
            .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        Sensitive.KeepContacts(body);
        if (contract.Judge(request.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, headers, body) is { } fault)
        {
            throw new ContractViolationException(
                $"{request.Method} {request.RequestUri.PathAndQuery} was answered otherwise than docs/openapi-v1.json says: {fault}\n{(int)response.StatusCode} {body}");
        }

        return response;
    }

    private static async Task KeepSensitiveAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // A scheme alone is no secret.
        if (request.Headers.TryGetValues("Authorization", out var credentials) && credentials.First().Split(' ') is [_, .., var secret])
        {
            Sensitive.Keep(secret);
        }

        // Whom a list of users is asked for by name.
        foreach (var (name, values) in QueryHelpers.ParseQuery(request.RequestUri!.Query))
        {
            if (name.StartsWith("user_name", StringComparison.Ordinal) || name.StartsWith("last_name", StringComparison.Ordinal))
            {
                Sensitive.Keep(values.ToString());
            }
        }

        if (request.Content is StringContent content)
        {
            Sensitive.KeepContacts(await content.ReadAsStringAsync(cancellation));
        }
    }
}
