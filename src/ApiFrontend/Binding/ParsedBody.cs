using System.Collections.Immutable;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>A body as far as it was understood.</summary>
/// <param name="Draft">The model; members that are at fault are absent from it.</param>
/// <param name="Errors">What is wrong with its members; empty where nothing is.</param>
internal sealed record ParsedBody<T>(T Draft, ImmutableArray<MemberError> Errors)
{
    /// <summary>
    /// The failure that tells all errors at once: those of the body, and those rules that members break which were
    /// understood. It is a 400 where anything could not be understood, else a 422.
    /// </summary>
    public Failure ToFailure(IEnumerable<MemberError> brokenRules)
    {
        var faulty = Errors.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<MemberError> all = [.. Errors, .. brokenRules.Where(error => !faulty.Contains(error.Pointer))];
        return all.Any(IsNotUnderstood)
            ? new(ProblemCode.InvalidBody, "Members of the body cannot be understood.", all)
            : new(ProblemCode.ValidationFailed, "The body breaks rules.", all);
    }

    private static bool IsNotUnderstood(MemberError error) => error.Code
        is ProblemCode.WrongType or ProblemCode.InvalidFormat or ProblemCode.UnknownMember or ProblemCode.DuplicateMember;
}
