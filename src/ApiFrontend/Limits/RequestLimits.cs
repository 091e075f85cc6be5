using LoApi.ApiFrontend.Requests;
using LoApi.Clients;
using LoApi.Errors;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Holds requests against their limit and says in every answer how that stands.</summary>
internal sealed class RequestLimits(ClientTokens clients, AddressTokens addresses, IOptions<LimitOptions> options)
{
    private static readonly Failure Used = new(ProblemCode.RateLimited, "The limit is used up; Retry-After says when to ask again.");

    private static readonly Failure Unknown = new(ProblemCode.LimitUnavailable, "Who keeps the client's limit does not answer at the moment.");

    /// <summary>Spends a token of a client that has proved who it is; null where the request may go on.</summary>
    public async ValueTask<Failure?> AdmitAsync(HttpContext http, Client client)
    {
        if (!options.Value.Enabled)
        {
            return null;
        }

        var admission = await clients.SpendAsync(client.Id);
        if (admission.Verdict == Verdict.Unknown)
        {
            var setting = http.Request.IsRead || HttpMethods.IsOptions(http.Request.Method) ? options.Value.UnknownReads : options.Value.UnknownWrites;
            return setting == WhenUnknown.Open ? null : Unknown;
        }

        return Answer(http, admission);
    }

    /// <summary>Spends a token of the address of a request without accepted credentials; null where it may go on.</summary>
    public Failure? AdmitStranger(HttpContext http) =>
        options.Value.Enabled ? Answer(http, addresses.Spend(http.Connection.RemoteIpAddress)) : null;

    private static Failure? Answer(HttpContext http, in Admission admission)
    {
        LimitHeaders.Write(http.Response.Headers, admission);
        return admission.Verdict == Verdict.Admitted ? null : Used;
    }
}
