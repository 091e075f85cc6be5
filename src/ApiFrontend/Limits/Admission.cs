using System.Runtime.InteropServices;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>Whether a request may go on.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Limit">The limit that it was held against.</param>
/// <param name="Remaining">About how many requests are left at the moment.</param>
/// <param name="RetryAfter">After how long another request may be admitted; zero for one that was.</param>
/// <param name="Daily">How the client stands with its daily quota; null where it has none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Admission(Verdict Verdict, RateLimit Limit, int Remaining, TimeSpan RetryAfter, DailyQuota? Daily = null);
