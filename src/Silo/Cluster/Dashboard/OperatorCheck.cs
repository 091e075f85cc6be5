using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoApi.Silo.Dashboard;

/// <summary>Lets through who knows the operators' name and password (RFC 7617), and nobody else; each try costs the same time.</summary>
internal sealed class OperatorCheck(RequestDelegate next, IOptions<DashboardSettings> options)
{
    private const string Scheme = "Basic ";
    private const string Challenge = "Basic realm=\"LoApi silo\", charset=\"UTF-8\"";

    // Read when somebody asks: this is built before settings are checked.
    private readonly Lazy<byte[]> _expected = new(() => Digest($"{options.Value.User}:{options.Value.Password}"));

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (IsOperator(http.Request.Headers.Authorization.ToString()))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = Challenge;
        return Task.CompletedTask;
    }

    private static byte[] Digest(string credentials) => SHA256.HashData(Encoding.UTF8.GetBytes(credentials));

    private bool IsOperator(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), given, out var length)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(given.AsSpan(0, length)), _expected.Value);
    }
}
