using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Errors;

/// <summary>Makes up requests that must be refused; the same seed makes the same ones.</summary>
internal sealed class BadRequests(int seed)
{
    private static readonly string[] Members =
    [
        "sba_loan_number", "program", "location_id", "amount_type", "prepayment_amount", "payoff_date", "notice_received_date",
        "reason", "contact", "escrow", "property_address", "new_mailing_address", "quote", "status", "id", "requested_by",
        "created_at", "updated_at", "version",
    ];

    // No form of any member: every one of these is wrong wherever it stands.
    private static readonly string[] WrongValues =
    [
        "true", "false", "-1", "1e999", "123456789012345678901234567890", "0.1", "[]", "[{}]", "{\"a\":1}", "{\"\":null}",
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\r\\nSet-Cookie: a=b\"", "\"'; DROP TABLE PAYOFF --\"",
        "\"{{7*7}}\"", "\"1.00\\n\"", "\"2027-01-21\\n\"", "\"1004285007\\n\"", "\"7a\\u0000\"", "\"0001-01-01\"", "\"../../etc/passwd\"", "\"0000-00-00\"", "\"9999-99-99\"", "\"NaN\"", "\"Infinity\"", "\"-0.00\"",
    ];

    private static readonly string[] Fragments =
    [
        "'", "\"", "%20", "%2e%2e", "..%2f", "%ff", "%c3%28", "%F0%9F%92%A9", "*", "~", ":", "@", "!", "$", "(", ")", ",", ";", "=", "+",
        "null", "undefined", "NaN", "-1", "0", "00000000-0000-0000-0000-00000000000g", "{id}", "%7Bid%7D", "a", "%25", "%5c", "%0d%0a", "<script>",
    ];

    private readonly Random _random = new(seed);

    public HttpRequestMessage Next() => _random.Next(3) switch
    {
        0 => BadBody(),
        1 => BadParameter(),
        _ => BadPath(),
    };

    /// <summary>Dates at the ends of time, where arithmetic with days has nowhere to go.</summary>
    private string AtTheEndsOfTime() => Drafts.Payoff(
        loan: null,
        ("program", Pick("504", "7a")),
        ("payoff_date", Pick("0001-01-01", "9999-12-31", "2027-01-21", "2056-12-29")),
        ("notice_received_date", Pick("0001-01-01", "9999-12-31", "9999-12-25")),
        ("reason", "none"));

    private HttpRequestMessage BadBody()
    {
        var kind = _random.Next(6);
        var path = kind <= 2 ? Pick("/api/v1/payoffs", "/api/v1/resource") : "/api/v1/payoffs"; // Those are no JSON, for whichever model.
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"bad-{seed}-{_random.Next()}");
        request.Content = new ByteArrayContent(kind switch
        {
            5 => Encoding.UTF8.GetBytes(AtTheEndsOfTime()),
            0 => Truncated(),
            1 => Noise(),
            2 => Nested(),
            3 => Encoding.UTF8.GetBytes(WithWrongMember()),
            _ => Encoding.UTF8.GetBytes(WithUnknownMember()),
        });
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return request;
    }

    private HttpRequestMessage BadParameter()
    {
        var path = Pick("/api/v1/countries", "/api/v1/locations", "/api/v1/payoffs", "/api/v1/resource", "/api/v1/users");
        var query = _random.Next(4) switch
        {
            0 => $"limit={Pick("0", "501", "-1", "1.0", "1e3", "abc", "99999999999999999999", "%00", "%ff", "1;2")}",
            1 => $"cursor={Uri.EscapeDataString(Text(1 + _random.Next(200)))}",
            2 => $"{Uri.EscapeDataString(Text(1 + _random.Next(20)))}={Pick(Fragments)}",
            _ => $"limit=1&limit={_random.Next(1, 500).ToString(CultureInfo.InvariantCulture)}",
        };
        return new(HttpMethod.Get, new Uri($"{path}?{query}", UriKind.Relative));
    }

    private HttpRequestMessage BadPath()
    {
        var root = Pick("/api/v1/countries/", "/api/v1/locations/", "/api/v1/users/", "/api/v1/payoffs/", "/api/v1/resource/", "/api/v1/", "/api/", "/");
        var tail = string.Concat(Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Pick(Fragments)));
        var method = _random.Next(4) == 0 ? new HttpMethod(Pick("PUT", "DELETE", "PATCH", "TRACE", "BREW")) : HttpMethod.Get;
        return new(method, new Uri(root + tail, UriKind.Relative));
    }

    private byte[] Truncated()
    {
        var draft = Encoding.UTF8.GetBytes(Drafts.Payoff());
        return draft[.._random.Next(draft.Length)];
    }

    private byte[] Noise()
    {
        var bytes = new byte[1 + _random.Next(300)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Nested()
    {
        var depth = 17 + _random.Next(2_000);
        return Encoding.UTF8.GetBytes($"{{\"contact\":{new string('[', depth)}{new string(']', depth)}}}");
    }

    private string WithWrongMember()
    {
        var nested = _random.Next(3) == 0;
        return Drafts.Payoff(loan: null, nested
                ? ("contact", new JsonObject { ["name"] = "REPLACED", ["phone"] = "REPLACED", ["email"] = "REPLACED" })
                : (Pick(Members), "REPLACED"))
            .Replace("\"REPLACED\"", Pick(WrongValues), StringComparison.Ordinal);
    }

    private string WithUnknownMember()
    {
        var name = JsonValue.Create(Text(1 + _random.Next(100))).ToJsonString();
        return Drafts.Payoff(loan: null, ("escrow", "REPLACED")).Replace("\"escrow\":\"REPLACED\"", $"{name}:1", StringComparison.Ordinal);
    }

    private string Text(int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)_random.Next(0x20, 0xD7FF))]);

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}
