using System.Security.Cryptography;
using LoApi.Callers;
using LoApi.Users;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A request whose caller is known and may use the endpoint. Handlers take it as a parameter.</summary>
internal sealed class ApiRequest(HttpContext http, Caller caller, User? user)
{
    public HttpContext Http => http;

    /// <summary>Who asks, and, once the body was read, the digest of it and what the token is spent on.</summary>
    public Caller Caller { get; private set; } = caller;

    /// <summary>The user that is acted for. Only for endpoints that declare <see cref="ActsFor.User"/>.</summary>
    public User User => user ?? throw new InvalidOperationException("The endpoint does not declare that it acts for a user.");

    /// <summary>Notes what was sent, for the audit log.</summary>
    public void NotePayload(ReadOnlySpan<byte> body) =>
        Caller = Caller with { PayloadDigest = Convert.ToHexStringLower(SHA256.HashData(body)) };

    /// <summary>Binds the token to a write, which spends it.</summary>
    /// <param name="fingerprint">What tells the write from every other.</param>
    public void BindToken(string fingerprint) =>
        Caller = Caller.Token is { } token ? Caller with { Token = token with { Fingerprint = fingerprint } } : Caller;

    /// <summary>How handlers get it: from what <see cref="CallerMiddleware"/> left.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Features.Get<ApiRequest>());
}
