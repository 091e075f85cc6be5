namespace LoApi.Errors;

/// <summary>The stable codes of errors: part of the contract, explained in <c>docs/errors.md</c>.</summary>
public static class ProblemCode
{
    /// <summary>The body is no JSON, or JSON that is nested too deeply or ends too early.</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>The request has no body where one is needed.</summary>
    public const string BodyMissing = "body_missing";

    /// <summary>The body came too slowly, or not at all.</summary>
    public const string RequestTimeout = "request_timeout";

    /// <summary>The body is larger than the limit.</summary>
    public const string BodyTooLarge = "body_too_large";

    /// <summary>The body's media type is none that the endpoint reads.</summary>
    public const string UnsupportedMediaType = "unsupported_media_type";

    /// <summary>No representation satisfies <c>Accept</c>.</summary>
    public const string NotAcceptable = "not_acceptable";

    /// <summary>The request line or a header cannot be understood.</summary>
    public const string BadRequest = "bad_request";

    /// <summary>Query parameters are at fault: see <c>errors</c>.</summary>
    public const string InvalidParameter = "invalid_parameter";

    /// <summary>Members of the body cannot be understood: see <c>errors</c>.</summary>
    public const string InvalidBody = "invalid_body";

    /// <summary>The body is understood and breaks rules: see <c>errors</c>.</summary>
    public const string ValidationFailed = "validation_failed";

    /// <summary>A member has another JSON type than the model.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>A text is not in the form that the member asks for.</summary>
    public const string InvalidFormat = "invalid_format";

    /// <summary>A value is none of those that the member allows.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>A member is not part of the model.</summary>
    public const string UnknownMember = "unknown_member";

    /// <summary>A member stands twice in the same object.</summary>
    public const string DuplicateMember = "duplicate_member";

    /// <summary>A member that only the server sets was sent with another value.</summary>
    public const string ReadOnly = "read_only";

    /// <summary>A member that must be there is not, or is null.</summary>
    public const string Required = "required";

    /// <summary>A text is too long.</summary>
    public const string TooLong = "too_long";

    /// <summary>A text is too short.</summary>
    public const string TooShort = "too_short";

    /// <summary>A value lies outside its range.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>A member, or a value of it, is not allowed here: see the detail.</summary>
    public const string NotAllowed = "not_allowed";

    /// <summary>A query parameter is none that the endpoint knows.</summary>
    public const string UnknownParameter = "unknown_parameter";

    /// <summary>A query parameter was given twice.</summary>
    public const string DuplicateParameter = "duplicate_parameter";

    /// <summary>A cursor is none that this list gave out.</summary>
    public const string InvalidCursor = "invalid_cursor";

    /// <summary>A member contradicts the user or location that the request acts for.</summary>
    public const string ContextMismatch = "context_mismatch";

    /// <summary>The last two digits of a loan number are not its check digits.</summary>
    public const string CheckDigit = "check_digit";

    /// <summary>The date does not lie in the future.</summary>
    public const string DateNotInFuture = "date_not_in_future";

    /// <summary>The date is no business day of the Federal Reserve's wire service.</summary>
    public const string NotABusinessDay = "not_a_business_day";

    /// <summary>The date is not the payoff day of its month.</summary>
    public const string NotAPayoffDay = "not_a_payoff_day";

    /// <summary>The date comes too soon after the notice.</summary>
    public const string NoticeTooShort = "notice_too_short";

    /// <summary>No loan of this number belongs to the location.</summary>
    public const string LoanUnknown = "loan_unknown";

    /// <summary>A total is not the sum of its parts.</summary>
    public const string TotalMismatch = "total_mismatch";

    /// <summary>The endpoint acts for a user or a location and none was named.</summary>
    public const string ContextRequired = "context_required";

    /// <summary>The request carries no credentials.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The bearer token is not accepted; no more is said.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The client lacks the scope that the endpoint asks for.</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>The user or the location named may not do this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>There is no such resource, or none that the caller may see.</summary>
    public const string NotFound = "not_found";

    /// <summary>The resource does not know the method.</summary>
    public const string MethodNotAllowed = "method_not_allowed";

    /// <summary>The loan has an open payoff already.</summary>
    public const string PayoffOpen = "payoff_open";

    /// <summary>The resource cannot get from the status that it has to the one that was asked for.</summary>
    public const string InvalidTransition = "invalid_transition";

    /// <summary>A change came without <c>If-Match</c>.</summary>
    public const string PreconditionRequired = "precondition_required";

    /// <summary>The resource is no more of the version that <c>If-Match</c> names.</summary>
    public const string PreconditionFailed = "precondition_failed";

    /// <summary>A write came without <c>Idempotency-Key</c>.</summary>
    public const string IdempotencyKeyMissing = "idempotency_key_missing";

    /// <summary>The <c>Idempotency-Key</c> is no key, or one that is too long.</summary>
    public const string IdempotencyKeyInvalid = "idempotency_key_invalid";

    /// <summary>The <c>Idempotency-Key</c> was used for another request.</summary>
    public const string IdempotencyKeyReused = "idempotency_key_reused";

    /// <summary>A request with the same key is still being worked on.</summary>
    public const string RequestInProgress = "request_in_progress";

    /// <summary>The client has used its limit, or the address its share of requests without credentials.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>Whoever vouches for users does not answer.</summary>
    public const string UserVerificationUnavailable = "user_verification_unavailable";

    /// <summary>Who keeps the client's limit does not answer.</summary>
    public const string LimitUnavailable = "limit_unavailable";

    /// <summary>The question to the statistics would take the database longer than it may.</summary>
    public const string TooCostly = "too_costly";

    /// <summary>More is asked than can be done at the moment.</summary>
    public const string Overloaded = "overloaded";

    /// <summary>The database does not answer.</summary>
    public const string DatabaseUnavailable = "database_unavailable";

    /// <summary>What answers the request cannot be reached: its process stopped, or the cluster is away.</summary>
    public const string ClusterUnavailable = "cluster_unavailable";

    /// <summary>The write's outcome could not be learned in time; a retry with the same key tells.</summary>
    public const string OutcomeUnknown = "outcome_unknown";

    /// <summary>A fault of the service.</summary>
    public const string InternalError = "internal_error";
}
