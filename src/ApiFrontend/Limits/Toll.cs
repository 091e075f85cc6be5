using System.Runtime.InteropServices;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Limits;

/// <summary>What was spent ahead of verifying who somebody is.</summary>
/// <param name="Refusal">What it is answered where nobody could pay; null where it may go on.</param>
/// <param name="Payer">Who paid.</param>
/// <param name="Claimed">The bucket of the key that is claimed, where that paid.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Toll(Failure? Refusal, TollPayer Payer, TokenBucket? Claimed = null);
