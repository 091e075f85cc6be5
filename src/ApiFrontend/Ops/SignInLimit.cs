using System.Net;
using LoApi.ApiFrontend.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Ops;

/// <summary>How often somebody may try: each address so many times at once, and then once a second. Who has a key that is known is let in all the same.</summary>
internal sealed class SignInLimit(TimeProvider time)
{
    /// <summary>Tries at once.</summary>
    public const int Burst = 10;

    private readonly AddressTokens _tries = new(Options.Create(new LimitOptions { AddressRate = 1, AddressBurst = Burst }), time);

    /// <summary>Whether an address may try once more.</summary>
    public bool Admits(IPAddress? address) => _tries.Spend(address).Verdict == Verdict.Admitted;
}
