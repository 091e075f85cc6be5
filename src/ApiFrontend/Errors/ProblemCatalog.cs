using System.Collections.Frozen;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Errors;

/// <summary>The HTTP status and the title of every code that can head an answer.</summary>
internal static class ProblemCatalog
{
    private static readonly FrozenDictionary<string, ProblemKind> Kinds = new ProblemKind[]
    {
        new(ErrorCode.BadRequest, 400, "The request cannot be understood."),
        new(ErrorCode.MalformedJson, 400, "The body is not well-formed JSON."),
        new(ErrorCode.BodyMissing, 400, "The request has no body."),
        new(ErrorCode.InvalidBody, 400, "Members of the body cannot be understood."),
        new(ErrorCode.InvalidParameter, 400, "Query parameters cannot be understood."),
        new(ErrorCode.ContextRequired, 400, "The endpoint acts for a user or a location."),
        new(ErrorCode.IdempotencyKeyMissing, 400, "A write needs an Idempotency-Key."),
        new(ErrorCode.IdempotencyKeyInvalid, 400, "The Idempotency-Key cannot be understood."),
        new(ErrorCode.Forbidden, 403, "The user or the location may not do this."),
        new(ErrorCode.NotFound, 404, "There is no such resource."),
        new(ErrorCode.MethodNotAllowed, 405, "The resource does not know the method."),
        new(ErrorCode.NotAcceptable, 406, "There is no representation of that media type."),
        new(ErrorCode.PayoffOpen, 409, "The loan has an open payoff."),
        new(ErrorCode.InvalidTransition, 409, "The resource cannot get to that status."),
        new(ErrorCode.RequestInProgress, 409, "A request with the same key is being worked on."),
        new(ErrorCode.PreconditionFailed, 412, "The resource is of another version."),
        new(ErrorCode.BodyTooLarge, 413, "The body is too large."),
        new(ErrorCode.UriTooLong, 414, "The address is too long."),
        new(ErrorCode.UnsupportedMediaType, 415, "The body's media type is not read here."),
        new(ErrorCode.ValidationFailed, 422, "The body breaks rules."),
        new(ErrorCode.IdempotencyKeyReused, 422, "The Idempotency-Key was used for another request."),
        new(ErrorCode.PreconditionRequired, 428, "A change needs If-Match."),
        new(ErrorCode.HeadersTooLarge, 431, "The request's headers are too large."),
        new(ErrorCode.InternalError, 500, "The service failed."),
        new(ErrorCode.Overloaded, 503, "The service has more to do than it can."),
        new(ErrorCode.DatabaseUnavailable, 503, "The database does not answer."),
        new(ErrorCode.OutcomeUnknown, 503, "The outcome of the write is not known yet."),
    }.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, ProblemKind> ByStatus = Kinds.Values
        .Where(kind => kind.Code is ErrorCode.BadRequest or ErrorCode.Forbidden or ErrorCode.NotFound
            or ErrorCode.MethodNotAllowed or ErrorCode.NotAcceptable or ErrorCode.BodyTooLarge or ErrorCode.UriTooLong
            or ErrorCode.UnsupportedMediaType or ErrorCode.HeadersTooLarge or ErrorCode.InternalError)
        .ToFrozenDictionary(kind => kind.Status);

    /// <summary>All of them, for the documentation.</summary>
    public static IEnumerable<ProblemKind> All => Kinds.Values.OrderBy(kind => kind.Status).ThenBy(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of a code; a code without one is a fault of ours.</summary>
    public static ProblemKind Of(string code) => Kinds.GetValueOrDefault(code) ?? Kinds[ErrorCode.InternalError];

    /// <summary>Whether the code heads an answer.</summary>
    public static bool Knows(string code) => Kinds.ContainsKey(code);

    /// <summary>The failure that a bare status of the server or the router stands for; null where it is none of ours.</summary>
    public static Failure? OfStatus(int status) =>
        ByStatus.GetValueOrDefault(status) is { } kind ? new Failure(kind.Code, kind.Title) : null;
}
