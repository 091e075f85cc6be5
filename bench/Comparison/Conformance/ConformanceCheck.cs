using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Conformance;

/// <summary>
/// What every contender has to do before it is measured, so that none is fast by doing less: the same answers, refusals
/// where they are due, one effect per idempotency key, and an audit record beside every row.
/// </summary>
internal sealed class ConformanceCheck(Arena arena, RunningContender contender, Requests requests) : IDisposable
{
    private const string Audited =
        """
        SELECT (SELECT COUNT(*) FROM AUDIT_OUTBOX WHERE resource_id = '{0}' AND record_kind = 'change')
          + (SELECT COUNT(*) FROM AUDIT_RECORD WHERE resource_id = '{0}' AND record_kind = 'change')
        """;

    private const int MostTold = 600;

    private readonly HttpClient _http = new() { BaseAddress = contender.Url, Timeout = TimeSpan.FromMinutes(2) };
    private readonly Requests _small = new(arena.SmallClient, arena.Payoffs, arena.Time);

    /// <exception cref="ImpossibleException">It does not do what the others do; the message says what.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await CheckReadsAsync(cancellation);
        await CheckRefusalsAsync(cancellation);
        await CheckCreationAsync(cancellation);
        await CheckLimitAsync(cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task CheckReadsAsync(CancellationToken cancellation)
    {
        var countries = await ReadAsync("/api/v1/countries?limit=50", cancellation);
        var first = countries.GetProperty("data")[0];
        Expect(countries.GetProperty("data").GetArrayLength() == 50 && countries.TryGetProperty("next_cursor", out _), "50 countries and a cursor", countries);
        Expect(first is { } andorra && Text(andorra, "alpha2") == "AD" && Text(andorra, "official_name") == "Principality of Andorra", "Andorra first", first);

        var user = await ReadAsync(Requests.UserPath(1), cancellation);
        Expect(Text(user, "user_name") == "amos.applewhisk" && user.GetProperty("active").GetBoolean(), "user 1", user);
        Expect(Text(user.GetProperty("locations")[0], "location_id") == "1" && user.GetProperty("locations")[0].GetProperty("roles")[0].GetString() == "servicer", "user 1's locations", user);
        Expect((await ReadAsync(Requests.UserPath(201), cancellation)).GetProperty("locations").GetArrayLength() == 1, "of another's locations only the shared one", user);

        var users = await ReadAsync(Requests.UsersPath(1), cancellation);
        var ids = Ids(users);
        Expect(ids.Count == 5 && ids.SequenceEqual(ids.Order(StringComparer.Ordinal)), "five active users of location 1, by id", users);
        Expect(users.GetProperty("data").EnumerateArray().All(row => row.GetProperty("active").GetBoolean()), "only active users", users);
        var second = await ReadAsync($"{Requests.UsersPath(1)}&cursor={Text(users, "next_cursor")}", cancellation);
        Expect(Ids(second) is { Count: > 0 } next && string.CompareOrdinal(next[0], ids[4]) > 0, "a second page after the first", second);

        var payoff = await ReadAsync(Requests.PayoffPath(0), cancellation);
        Expect(Text(payoff, "id") == SeededPayoffs.IdOf(0) && Text(payoff, "location_id") == "1" && Text(payoff, "status") == "received", "payoff 0", payoff);
        Expect(payoff.EnumerateObject().Count() == 19 && payoff.GetProperty("quote").ValueKind == JsonValueKind.Null, "all 19 members of a payoff", payoff);
        Expect(Text(payoff, "created_at")!.Length == 27, "instants of six places", payoff);
    }

    private async Task CheckRefusalsAsync(CancellationToken cancellation)
    {
        await ExpectRefusalAsync(await SendAsync(HttpMethod.Get, Requests.UserPath(1), token: null, cancellation), HttpStatusCode.Unauthorized, "unauthorized", cancellation);
        var token = requests.Token(HttpMethod.Get, 1);
        await ExpectRefusalAsync(
            await SendAsync(HttpMethod.Get, Requests.UserPath(1), token[..^2] + (token[^2] == 'A' ? "BA" : "AA"), cancellation), HttpStatusCode.Unauthorized, code: null, cancellation);
        await ExpectRefusalAsync(await SendAsync(HttpMethod.Get, Requests.UserPath(999_999), token, cancellation), HttpStatusCode.NotFound, "not_found", cancellation);
        await ExpectRefusalAsync(await SendAsync(HttpMethod.Get, Requests.UserPath(2), token, cancellation), HttpStatusCode.NotFound, "not_found", cancellation);
        await ExpectRefusalAsync(await SendAsync(HttpMethod.Get, Requests.PayoffPath(1), token, cancellation), HttpStatusCode.NotFound, "not_found", cancellation);
        await ExpectRefusalAsync(await SendAsync(HttpMethod.Get, Requests.UsersPath(2), token, cancellation), HttpStatusCode.Forbidden, "forbidden", cancellation);

        var (key, body) = requests.Creation(1);
        var spoilt = Encoding.UTF8.GetString(body).Replace("refinance", "no reason", StringComparison.Ordinal);
        await ExpectRefusalAsync(await CreateAsync(key, spoilt, cancellation), HttpStatusCode.UnprocessableEntity, code: null, cancellation, orBadRequest: true);
        var sunday = Encoding.UTF8.GetString(body).Replace("\"payoff_date\":\"", "\"payoff_date\":\"2030-01-13\",\"notice_received_date\":\"", StringComparison.Ordinal);
        await ExpectRefusalAsync(await CreateAsync(key, sunday, cancellation), HttpStatusCode.UnprocessableEntity, code: null, cancellation);
        var number = Encoding.UTF8.GetString(body).Replace("\"sba_loan_number\":\"10", "\"sba_loan_number\":\"11", StringComparison.Ordinal);
        await ExpectRefusalAsync(await CreateAsync(key, number, cancellation), HttpStatusCode.UnprocessableEntity, code: null, cancellation);
    }

    private async Task CheckCreationAsync(CancellationToken cancellation)
    {
        var (key, bytes) = requests.Creation(1);
        var body = Encoding.UTF8.GetString(bytes);
        var token = requests.Token(HttpMethod.Post, 1);
        using var first = await CreateAsync(key, body, cancellation, token);
        var text = await first.Content.ReadAsStringAsync(cancellation);
        Expect(first.StatusCode == HttpStatusCode.Created && first.Headers.Location is not null, "201 with a Location", text);
        var id = Text(JsonDocument.Parse(text).RootElement, "id")!;
        // From outside, at once: it was committed before it was acknowledged.
        Expect(await CountAsync($"SELECT COUNT(*) FROM PAYOFF WHERE id = '{id}'", cancellation) == 1, "a row as soon as it is acknowledged", text);
        Expect(await CountAsync($"SELECT COUNT(*) FROM IDEMPOTENCY_RECORD WHERE resource_id = '{id}'", cancellation) == 1, "an idempotency record", text);
        Expect(await CountAsync(Audited.Replace("{0}", id, StringComparison.Ordinal), cancellation) == 1, "an audit record", text);

        using var again = await CreateAsync(key, body, cancellation);
        var repeated = await again.Content.ReadAsStringAsync(cancellation);
        Expect(again.StatusCode == HttpStatusCode.Created && repeated == text && again.Headers.Contains("Idempotent-Replayed"), "the same answer to the same key", repeated);
        Expect(await CountAsync(Audited.Replace("{0}", id, StringComparison.Ordinal), cancellation) == 1, "one effect of one key", text);
        await ExpectRefusalAsync(
            await CreateAsync(key, body.Replace("refinance", "sale", StringComparison.Ordinal), cancellation), HttpStatusCode.UnprocessableEntity, "idempotency_key_reused", cancellation);
        await ExpectRefusalAsync(await CreateAsync(key + "-other", body, cancellation), HttpStatusCode.Conflict, "payoff_open", cancellation);
        var (otherKey, otherBody) = requests.Creation(1);
        using var spent = await CreateAsync(otherKey, Encoding.UTF8.GetString(otherBody), cancellation, token);
        Expect(spent.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Conflict, "a token good for one write only", spent);
        var read = await ReadAsync($"/api/v1/payoffs/{id}", cancellation);
        Expect(Text(read, "sba_loan_number") == Text(JsonDocument.Parse(text).RootElement, "sba_loan_number"), "what was created, to read", read);
    }

    /// <summary>A client that may do two at once and one a second: a contender of several processes may count in each.</summary>
    private async Task CheckLimitAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            using var answer = await SendAsync(HttpMethod.Get, "/api/v1/countries?limit=1", _small.Token(HttpMethod.Get, 1), cancellation);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Expect(answer.Headers.RetryAfter is not null, "Retry-After with 429", answer);
                Expect(Text(await JsonAsync(answer, cancellation), "code") == "rate_limited", "the code rate_limited", answer);
                return;
            }
        }

        throw Fault("429 for a client beyond its limit", "30 requests at once were answered");
    }

    private async Task<JsonElement> ReadAsync(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, requests.Token(HttpMethod.Get, 1), cancellation);
        Expect(answer.StatusCode == HttpStatusCode.OK, $"200 for {path}", answer);
        Expect(answer.Content.Headers.ContentType?.MediaType == "application/json", "JSON", answer);
        return await JsonAsync(answer, cancellation);
    }

    private Task<HttpResponseMessage> CreateAsync(string key, string body, CancellationToken cancellation, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/payoffs") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Headers.TryAddWithoutValidation("Authorization", token ?? requests.Token(HttpMethod.Post, 1));
        return _http.SendAsync(request, cancellation);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return _http.SendAsync(request, cancellation);
    }

    private async Task ExpectRefusalAsync(
        HttpResponseMessage answer, HttpStatusCode status, string? code, CancellationToken cancellation, bool orBadRequest = false)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            Expect(answer.StatusCode == status || (orBadRequest && answer.StatusCode == HttpStatusCode.BadRequest), $"{(int)status}", $"{(int)answer.StatusCode} {text}");
            Expect(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", "a problem document", text);
            Expect(code is null || Text(JsonDocument.Parse(text).RootElement, "code") == code, $"the code {code}", text);
            Expect(status != HttpStatusCode.Unauthorized || answer.Headers.WwwAuthenticate.Count > 0, "WWW-Authenticate", text);
        }
    }

    private Task<long> CountAsync(string sql, CancellationToken cancellation) => arena.Databases.CountAsync(contender.Database, sql, cancellation);

    private void Expect(bool holds, string what, object instead)
    {
        if (!holds)
        {
            throw Fault(what, instead);
        }
    }

    private ImpossibleException Fault(string what, object instead)
    {
        var text = $"{instead}";
        return new($"{contender.Contender} on {arena.Databases.Kind} lacks: {what}. It has: {(text.Length > MostTold ? text[..MostTold] + "…" : text)}");
    }

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("data").EnumerateArray().Select(row => Text(row, "id")!)];

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, CancellationToken cancellation) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation)).RootElement;
}
