using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>A header of answers, described once for all operations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says.</param>
/// <param name="Required">Whether every answer that may have it has it.</param>
/// <param name="Pattern">The form of its value, where that can be said so.</param>
/// <param name="Example">A value.</param>
internal sealed record AnswerHeader(string Name, string Description, bool Required, string? Pattern, string Example)
{
    public static readonly AnswerHeader RequestId = new(
        "X-Request-Id", "The id of the request: the caller's, where it sent a sane one, else ours.", Required: true, "^[A-Za-z0-9._-]{1,64}$", "4bf92f3577b34da6a3ce929d0e0e4736");

    public static readonly AnswerHeader CacheControl = new(
        "Cache-Control", "Who may keep the answer, and for how long.", Required: true, Pattern: null, "private, no-cache");

    public static readonly AnswerHeader ETag = new(
        "ETag", "The strong entity tag of the representation, quotes included: for `If-None-Match` and `If-Match`.", Required: true, "^\"[!-~]+\"$", "\"1\"");

    public static readonly AnswerHeader Link = new(
        "Link", "The next page as an absolute URL, with `rel=\"next\"`; absent on the last one.", Required: false, "^<[^>]+>; rel=", "<https://loapi.example.gov/api/v1/countries?limit=50&cursor=bmV4dA>; rel=\"next\"");

    public static readonly AnswerHeader Age = new(
        "Age", "Seconds since the answer was last held against the database; more than `max-age` while the database is away.", Required: true, "^[0-9]+$", "12");

    public static readonly AnswerHeader Location = new(
        "Location", "The absolute URL of what was created.", Required: true, "^https?://", "https://loapi.example.gov/api/v1/payoffs/0b7c6a52-6b0f-5a41-9d5c-0d6f3b1c9a77");

    public static readonly AnswerHeader Replayed = new(
        "Idempotent-Replayed", "`true` where the request was answered before and this is that answer again; absent otherwise.", Required: false, "^true$", "true");

    public static readonly AnswerHeader AcceptPatch = new(
        "Accept-Patch", "The media types that PATCH reads (RFC 5789); there where PATCH was asked for.", Required: false, Pattern: null, "application/merge-patch+json, application/json");

    public static readonly AnswerHeader Authenticate = new(
        "WWW-Authenticate", "The scheme to authenticate by: `Bearer`, with `error=\"invalid_token\"` where a token was sent.", Required: true, "^Bearer", "Bearer");

    public static readonly AnswerHeader RetryAfter = new(
        "Retry-After", "Seconds after which the request may be tried again.", Required: true, "^[0-9]+$", "1");

    public static readonly AnswerHeader RetryAfterFirst = new(
        "Retry-After", "With `request_in_progress`: seconds after which the request may be tried again; absent otherwise.", Required: false, "^[0-9]+$", "1")
    {
        Component = "Retry-After-First",
    };

    public static readonly AnswerHeader LimitPolicy = new(
        "RateLimit-Policy", "The caller's limit: `q` requests at once, all of them won back in `w` seconds. Absent where nothing counts, as for probes, and where the limit is not known.", Required: false, "^\"default\";q=[0-9]+;w=[0-9]+", "\"default\";q=200;w=2");

    public static readonly AnswerHeader Limit = new(
        "RateLimit", "How the limit stands: `r` requests are left, and `t` seconds win back what is spent.", Required: false, "^\"default\";r=[0-9]+;t=[0-9]+", "\"default\";r=150;t=1");

    /// <summary>All of them.</summary>
    public static readonly AnswerHeader[] All =
        [RequestId, CacheControl, ETag, Link, Age, Location, Replayed, AcceptPatch, Authenticate, RetryAfter, RetryAfterFirst, LimitPolicy, Limit];

    /// <summary>Its name among the document's components: its own, unless there are two of it.</summary>
    public string Component { get; private init; } = Name;

    /// <summary>The header as it stands under the document's components.</summary>
    public OpenApiHeader Describe() => new()
    {
        Description = Description,
        Required = Required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Pattern },
        Example = Example,
    };
}
