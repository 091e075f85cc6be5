using System.Runtime.InteropServices;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>What a request brings to show who makes it: looked at, not verified.</summary>
/// <param name="Settled">What there is to say without verifying anything; null where there is a token to be verified.</param>
/// <param name="Token">The token; null where it is settled.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Credentials(Authenticated? Settled, PresentedToken? Token)
{
    /// <summary>Whether it takes no work to tell who it is.</summary>
    public bool AreKnown => Token is { Remembered: not null } || Settled is { Outcome.Failed: false };
}
