using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Callers;
using LoApi.Operators;
using LoApi.Storage.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Ops;

internal static class OperatorExtensions
{
    /// <summary>A key, made as <c>loapi-admin</c> does.</summary>
    public static async Task<(string KeyId, string Text)> AddOperatorAsync(this ApiHost host, string name)
    {
        var (secret, text) = OperatorSecret.Make();
        await host.Services.GetRequiredService<OperatorRepository>().AddAsync(secret, name, expiresAt: null, Caller.System);
        return (secret.KeyId, Sensitive.Keep(text));
    }

    /// <summary>An operator's browser, signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this ConfiguredApiHost host)
    {
        var (_, key) = await host.AddOperatorAsync("ada");
        var client = new HttpClient { BaseAddress = host.Address }; // It keeps cookies.
        var answer = await client.PostAnswerAsync("/ops/session", $$"""{"key":"{{key}}"}""");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        Sensitive.Keep(SessionIn(answer.Header("Set-Cookie")!));
        return client;
    }

    /// <summary>The session in the cookie that a sign-in sets.</summary>
    public static string SessionIn(string setCookie) => setCookie.Split(';')[0]["loapi-ops=".Length..];
}
