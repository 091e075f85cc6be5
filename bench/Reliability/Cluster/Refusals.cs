using LoApi.Reliability.Load;
using ProblemCode = LoApi.Errors.ProblemCode;

namespace LoApi.Reliability.Cluster;

/// <summary>Holds the failures that callers saw against the contract: 503, with one of its codes, and with <c>Retry-After</c>.</summary>
internal static class Refusals
{
    private static readonly string[] Allowed =
    [
        ProblemCode.ClusterUnavailable,
        ProblemCode.DatabaseUnavailable,
        ProblemCode.LimitUnavailable,
        ProblemCode.OutcomeUnknown,
        ProblemCode.Overloaded,
    ];

    /// <summary>What is wrong with them, as a sentence for each kind.</summary>
    /// <param name="failures">Attempts that failed.</param>
    /// <param name="tells">The code that must be among them, while each has one; null where none need be.</param>
    public static IEnumerable<string> Faults(IEnumerable<Failure> failures, string? tells)
    {
        var kinds = failures.CountBy(failure => (failure.Code, failure.SaysWhen)).ToList();
        foreach (var ((code, saysWhen), count) in kinds)
        {
            if (code == Failure.NoAnswer)
            {
                if (tells is not null)
                {
                    yield return FormattableString.Invariant($"{count} attempts got no answer.");
                }
            }
            else if (!Allowed.Contains(code, StringComparer.Ordinal))
            {
                yield return FormattableString.Invariant($"{count} attempts were answered {code}.");
            }
            else if (!saysWhen)
            {
                yield return FormattableString.Invariant($"{count} attempts were answered {code} without Retry-After.");
            }
        }

        if (tells is not null && kinds.TrueForAll(kind => kind.Key.Code != tells))
        {
            yield return $"No attempt was answered {tells}.";
        }
    }
}
