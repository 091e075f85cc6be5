using LoApi.Errors;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Representations;

/// <summary><c>If-Match</c> (RFC 9110, 13.1.1): the versions from which a change may start.</summary>
internal sealed class IfMatch
{
    public const string Header = "If-Match";

    private static readonly Failure Required =
        new(ProblemCode.PreconditionRequired, "Send If-Match with the ETag of the version that the change was made from.");

    private readonly IList<EntityTagHeaderValue> _tags;

    private IfMatch(IList<EntityTagHeaderValue> tags) => _tags = tags;

    /// <summary>Whether any version will do: <c>*</c>.</summary>
    public bool IsAny => _tags is [{ Tag: { Value: "*" } }];

    /// <summary>The precondition, or <see cref="ProblemCode.PreconditionRequired"/>. One that is malformed matches nothing.</summary>
    public static Outcome<IfMatch> Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header is [] or [null or ""])
        {
            return Required;
        }

        return new IfMatch(EntityTagHeaderValue.TryParseStrictList(header, out var tags) ? tags : []);
    }

    /// <summary>Whether the version is one of them, by strong comparison: a weak tag never is.</summary>
    public bool Names(long version) =>
        IsAny || _tags.Any(tag => !tag.IsWeak && tag.Tag.Equals(EntityTag.OfVersion(version), StringComparison.Ordinal));

    /// <summary>The failure of a resource that is of another version.</summary>
    public static Failure Failed(long version) =>
        new(ProblemCode.PreconditionFailed, $"If-Match does not name the present version, whose ETag is {EntityTag.OfVersion(version)}, quotes included.");
}
