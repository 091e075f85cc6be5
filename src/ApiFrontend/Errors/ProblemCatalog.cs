using System.Collections.Frozen;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Errors;

/// <summary>The HTTP status and the title of every code that can head an answer.</summary>
internal static class ProblemCatalog
{
    private static readonly FrozenDictionary<string, ProblemKind> Kinds = new ProblemKind[]
    {
        new(ProblemCode.BadRequest, 400, "The request cannot be understood."),
        new(ProblemCode.MalformedJson, 400, "The body is not well-formed JSON."),
        new(ProblemCode.BodyMissing, 400, "The request has no body."),
        new(ProblemCode.InvalidBody, 400, "Members of the body cannot be understood."),
        new(ProblemCode.InvalidParameter, 400, "Query parameters cannot be understood."),
        new(ProblemCode.ContextRequired, 400, "The endpoint acts for a user or a location."),
        new(ProblemCode.IdempotencyKeyMissing, 400, "A write needs an Idempotency-Key."),
        new(ProblemCode.IdempotencyKeyInvalid, 400, "The Idempotency-Key cannot be understood."),
        new(ProblemCode.Unauthorized, 401, "The request carries no credentials."),
        new(ProblemCode.InvalidToken, 401, "The bearer token is not accepted."),
        new(ProblemCode.InsufficientScope, 403, "The client may not do this."),
        new(ProblemCode.Forbidden, 403, "The user or the location may not do this."),
        new(ProblemCode.NotFound, 404, "There is no such resource."),
        new(ProblemCode.MethodNotAllowed, 405, "The resource does not know the method."),
        new(ProblemCode.NotAcceptable, 406, "There is no representation of that media type."),
        new(ProblemCode.RequestTimeout, 408, "The request came too slowly."),
        new(ProblemCode.PayoffOpen, 409, "The loan has an open payoff."),
        new(ProblemCode.InvalidTransition, 409, "The resource cannot get to that status."),
        new(ProblemCode.RequestInProgress, 409, "A request with the same key is being worked on."),
        new(ProblemCode.PreconditionFailed, 412, "The resource is of another version."),
        new(ProblemCode.BodyTooLarge, 413, "The body is too large."),
        new(ProblemCode.UnsupportedMediaType, 415, "The body's media type is not read here."),
        new(ProblemCode.ValidationFailed, 422, "The body breaks rules."),
        new(ProblemCode.IdempotencyKeyReused, 422, "The Idempotency-Key was used for another request."),
        new(ProblemCode.TooCostly, 422, "The question would take the database too long."),
        new(ProblemCode.PreconditionRequired, 428, "A change needs If-Match."),
        new(ProblemCode.RateLimited, 429, "The limit is used up."),
        new(ProblemCode.InternalError, 500, "The service failed."),
        new(ProblemCode.Overloaded, 503, "The service has more to do than it can."),
        new(ProblemCode.DatabaseUnavailable, 503, "The database does not answer."),
        new(ProblemCode.ClusterUnavailable, 503, "The service cannot reach its grains."),
        new(ProblemCode.UserVerificationUnavailable, 503, "Users cannot be verified at the moment."),
        new(ProblemCode.LimitUnavailable, 503, "The client's limit cannot be checked at the moment."),
        new(ProblemCode.OutcomeUnknown, 503, "The outcome of the write is not known yet."),
    }.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, ProblemKind> ByStatus = Kinds.Values
        .Where(kind => kind.Code is ProblemCode.BadRequest or ProblemCode.Forbidden or ProblemCode.NotFound
            or ProblemCode.MethodNotAllowed or ProblemCode.NotAcceptable or ProblemCode.RequestTimeout or ProblemCode.BodyTooLarge
            or ProblemCode.UnsupportedMediaType or ProblemCode.InternalError)
        .ToFrozenDictionary(kind => kind.Status);

    /// <summary>All of them, for the documentation.</summary>
    public static IEnumerable<ProblemKind> All => Kinds.Values.OrderBy(kind => kind.Status).ThenBy(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of a code; a code without one is a fault of ours.</summary>
    public static ProblemKind Of(string code) => Kinds.GetValueOrDefault(code) ?? Kinds[ProblemCode.InternalError];

    /// <summary>Whether the code heads an answer.</summary>
    public static bool Knows(string code) => Kinds.ContainsKey(code);

    /// <summary>The failure that a bare status of the server or the router stands for; null where it is none of ours.</summary>
    public static Failure? OfStatus(int status) =>
        ByStatus.GetValueOrDefault(status) is { } kind ? new Failure(kind.Code, kind.Title) : null;
}
