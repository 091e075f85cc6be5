using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LoApi.Clients;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Ops;

/// <summary>
/// Sessions as cookies that every front end can read: signed (HMAC-SHA-256) with a key derived from the master key, which
/// all of them have. A cookie reads <c>MASTER.SESSION.SIGNATURE</c>; it is no secret but of its bearer, and good for as long
/// as it says, as long as its operator's key is.
/// </summary>
internal sealed class SessionCookies(IOptions<MasterKeyOptions> keys, IOptions<OpsOptions> options, TimeProvider time)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "loapi-ops";

    /// <summary>The path that it is sent to.</summary>
    public const string Path = "/ops";

    private const string Purpose = "loapi ops session";
    private const int MaxLength = 2_000;

    private readonly Lazy<MasterKeys> _keys = new(() => keys.Value.Read());

    /// <summary>Lets a browser hold a new session.</summary>
    public OpsSession Open(HttpContext http, string keyId, string name)
    {
        var session = new OpsSession(keyId, name, time.GetUtcNow() + options.Value.SessionLifetime);
        http.Response.Cookies.Append(Name, Write(session), Form(http, session.ExpiresAt));
        return session;
    }

    /// <summary>Has a browser forget its session.</summary>
    public static void Close(HttpContext http) => http.Response.Cookies.Delete(Name, Form(http, expires: null));

    /// <summary>The session that a request comes with; null where that is none, or over.</summary>
    public OpsSession? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: <= MaxLength } text
            || text.Split('.') is not [var masterId, var payload, var signature]
            || _keys.Value.Find(masterId) is not { } master)
        {
            return null;
        }

        var expected = Encoding.ASCII.GetBytes(Sign(master, payload));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature)))
        {
            return null;
        }

        var session = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), OpsJson.Default.OpsSession);
        return session is not null && session.ExpiresAt > time.GetUtcNow() ? session : null;
    }

    private string Write(OpsSession session)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(session, OpsJson.Default.OpsSession));
        return $"{_keys.Value.Current.Id}.{payload}.{Sign(_keys.Value.Current, payload)}";
    }

    private static string Sign(MasterKey master, string payload) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(master.Derive(Purpose), Encoding.ASCII.GetBytes(payload)));

    private static CookieOptions Form(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = Path,
        Expires = expires,
        IsEssential = true,
    };
}
