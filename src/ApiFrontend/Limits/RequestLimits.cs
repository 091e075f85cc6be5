using LoApi.ApiFrontend.Requests;
using LoApi.Clients;
using LoApi.Errors;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Holds requests against their limit and says in every answer how that stands.</summary>
internal sealed class RequestLimits(ClientTokens clients, AddressTokens addresses, LimitMeasures measures, IOptions<LimitOptions> options)
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
        measures.Decided(admission.Verdict, client.Id);
        if (admission.Verdict == Verdict.Unknown)
        {
            http.Features.Set(LimitState.Unknown);
            var setting = http.Request.IsRead || HttpMethods.IsOptions(http.Request.Method) ? options.Value.UnknownReads : options.Value.UnknownWrites;
            return setting == WhenUnknown.Open ? null : Unknown;
        }

        return Answer(http, admission);
    }

    /// <summary>Spends a token of the address of a request without accepted credentials; null where it may go on.</summary>
    public Failure? AdmitStranger(HttpContext http)
    {
        if (!options.Value.Enabled)
        {
            return null;
        }

        var admission = addresses.Spend(http.Connection.RemoteIpAddress);
        measures.Decided(admission.Verdict, TollPayer.Address);
        return Answer(http, admission);
    }

    /// <summary>
    /// Has verifying who somebody is paid for, before any work is done for it: by the address, and where that has nothing
    /// left, by the key that is claimed, if it is one that is known here. So a flood is stopped by its address, and a client
    /// behind the same address goes on.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="claimed">What may be tried in the name of the key that is claimed; null for a key that is not known. Asked only where it matters.</param>
    public Toll Charge(HttpContext http, Func<TokenBucket?> claimed)
    {
        if (!options.Value.Enabled)
        {
            return default;
        }

        var admission = addresses.Spend(http.Connection.RemoteIpAddress);
        var key = admission.Verdict == Verdict.Refused && claimed() is { } bucket && bucket.TrySpend() ? bucket : null;
        if (admission.Verdict == Verdict.Refused)
        {
            // Who is admitted here may prove to be a client, and is decided about then.
            measures.Decided(key is null ? Verdict.Refused : Verdict.Admitted, key is null ? TollPayer.Address : TollPayer.ClaimedKey);
        }

        var refusal = Answer(http, key is null ? admission : admission with { Verdict = Verdict.Admitted });
        return new(refusal, refusal is not null ? TollPayer.Nobody : key is null ? TollPayer.Address : TollPayer.ClaimedKey, key);
    }

    /// <summary>Gives back what was spent: it was a client, whose own limit counts.</summary>
    public void GiveBack(HttpContext http, in Toll toll)
    {
        if (toll.Payer == TollPayer.Address)
        {
            addresses.GiveBack(http.Connection.RemoteIpAddress);
        }

        toll.Claimed?.GiveBack();
        LimitHeaders.Remove(http.Response.Headers);
    }

    private static Failure? Answer(HttpContext http, in Admission admission)
    {
        LimitHeaders.Write(http.Response.Headers, admission);
        http.Features.Set(new LimitState(admission.Verdict, admission.Remaining));
        return admission.Verdict == Verdict.Admitted ? null : Used;
    }
}
