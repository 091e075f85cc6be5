using System.Collections.Immutable;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.Resources;

/// <summary>
/// The rules that a resource is held against, beyond what its model's attributes say. Pure, so that the grain decides by
/// them and a front end can tell broken rules together with errors of form. A member that is absent breaks none.
/// </summary>
public static class ResourceRules
{
    /// <summary>
    /// Bytes of a document at most: a resource that was read always fits into a body that is sent back, and patches
    /// cannot make it grow without end.
    /// </summary>
    public const int MaxDocumentBytes = 60 * 1024;

    /// <summary>The rules that a draft of a new resource breaks.</summary>
    public static ImmutableArray<MemberError> CheckNew(Resource draft) =>
        [.. ReadOnlyMembers<Resource>.Set(draft), .. Document(draft)];

    /// <summary>The rules that a change breaks.</summary>
    public static ImmutableArray<MemberError> CheckChange(Resource current, Resource changed) =>
        [.. ReadOnlyMembers<Resource>.Differing(current, changed), .. Document(changed)];

    private static IEnumerable<MemberError> Document(Resource resource) =>
        resource.Document?.Bytes > MaxDocumentBytes
            ? [new("/document", ProblemCode.TooLong, $"At most {MaxDocumentBytes} bytes as it is answered: without white space.")]
            : [];
}
