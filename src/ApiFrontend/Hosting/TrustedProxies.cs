using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace LoApi.ApiFrontend.Hosting;

/// <summary>Whose word is taken for the address of a caller: nobody's, unless the setting says so.</summary>
internal static class TrustedProxies
{
    public static bool IsOne(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);

    public static void Apply(ForwardedHeadersOptions forwarded, HttpServerOptions http)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders = http.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null; // From the last one backwards, as long as proxies are trusted.
        foreach (var text in http.TrustedProxies)
        {
            if (IPAddress.TryParse(text, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(IPNetwork.Parse(text));
            }
        }
    }
}
