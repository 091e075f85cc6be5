using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

public abstract class PayoffCreationTests(ApiHost host) : IDisposable
{
    private const string Path = "/api/v1/payoffs";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _client = host.CreateClient("1", "1");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task CreatePayoff_SoundDraft_IsCreatedAndCanBeRead()
    {
        var loan = Loans.Next();
        var created = await CreateAsync(Drafts.Payoff(loan));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("\"1\"", created.Header("ETag"));
        Assert.Null(created.Header("Idempotent-Replayed"));

        var id = created.Json.GetProperty("id").GetString();
        Assert.Equal($"https://loapi.example.gov/api/v1/payoffs/{id}", created.Header("Location"));
        Assert.Equal(loan, created.Json.GetProperty("sba_loan_number").GetString());
        Assert.Equal("received", created.Json.GetProperty("status").GetString());
        Assert.Equal("1", created.Json.GetProperty("requested_by").GetString());
        Assert.Matches(@"^2027-01-04T15:\d\d:\d\d\.\d{6}Z$", created.Json.GetProperty("created_at").GetString());

        var read = await _client.GetAnswerAsync($"{Path}/{id}");
        Assert.Equal((HttpStatusCode.OK, created.Text, "\"1\""), (read.Status, read.Text, read.Header("ETag")));
        Assert.Equal(created.Text, (await StoredAsync(loan)).ToJsonString(Relaxed));
    }

    [Fact]
    public async Task CreatePayoff_EveryMember_ComesBackAsItWasSent()
    {
        var address = """{"line1":"1 Ānnadale Rd","line2":"Suite 2","city":"Fairfax","state":"VA","postal_code":"22030","country":"US"}""";
        var draft = Drafts.Payoff(
            loan: null,
            ("amount_type", "partial"),
            ("prepayment_amount", "9999999999999.99"),
            ("notice_received_date", "2027-01-04"),
            ("escrow", JsonNode.Parse("""{"company":"Ümlaut & Søns \"Title\" 中文 🏦","contact":null,"phone":"1"}""")),
            ("property_address", JsonNode.Parse(address)),
            ("new_mailing_address", JsonNode.Parse(address.Replace("\"Suite 2\"", "null", StringComparison.Ordinal))));
        var created = await CreateAsync(draft);
        Assert.Equal(HttpStatusCode.Created, created.Status);

        var sent = JsonNode.Parse(draft)!.AsObject();
        var stored = await StoredAsync(created.Json.GetProperty("sba_loan_number").GetString()!);
        Assert.All(sent, member => Assert.True(
            JsonNode.DeepEquals(member.Value, stored[member.Key]), $"{member.Key}: {member.Value} became {stored[member.Key]}"));
    }

    [Fact]
    public async Task CreatePayoff_SameKeyAgain_IsReplayed()
    {
        var (draft, key) = (Drafts.Payoff(), NewKey());
        var first = await CreateAsync(draft, key);
        var second = await CreateAsync(draft, key);
        Assert.Equal((first.Status, first.Text, first.Header("ETag")), (second.Status, second.Text, second.Header("ETag")));
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        Assert.Equal(first.Header("Location"), second.Header("Location"));
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData(" {0} ")]
    public async Task CreatePayoff_KeyQuotedOrBare_IsTheSameKey(string spelling)
    {
        var (draft, key) = (Drafts.Payoff(), NewKey());
        await CreateAsync(draft, key);
        var second = await CreateAsync(draft, string.Format(spelling, key));
        Assert.Equal((HttpStatusCode.Created, "true"), (second.Status, second.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task CreatePayoff_SameRequestSpelledOtherwise_IsReplayed()
    {
        var (loan, key) = (Loans.Next(), NewKey());
        await CreateAsync(Drafts.Payoff(loan), key);
        var respelled = Drafts.Payoff($"{loan[..8]}-{loan[8..]}", ("escrow", JsonNode.Parse("null")))
            .Replace("\"program\"", " \n\"program\" ", StringComparison.Ordinal);
        var second = await CreateAsync(respelled, key);
        Assert.Equal((HttpStatusCode.Created, "true"), (second.Status, second.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task CreatePayoff_SameKeyOtherRequest_IsRefused()
    {
        var key = NewKey();
        await CreateAsync(Drafts.Payoff(), key);
        var second = await CreateAsync(Drafts.Payoff(), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (second.Status, second.Code));
    }

    [Fact]
    public async Task CreatePayoff_ThousandAtOnceWithOneKey_IsOnePayoff()
    {
        var (draft, key) = (Drafts.Payoff(), NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => CreateAsync(draft, key)));
        Assert.Equal([HttpStatusCode.Created], answers.Select(answer => answer.Status).Distinct());
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }

    [Fact]
    public async Task CreatePayoff_HundredAtOnceForOneLoan_IsOnePayoff()
    {
        var loan = Loans.Next();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CreateAsync(Drafts.Payoff(loan))));
        var created = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        var refused = answers.Where(answer => answer != created).ToArray();
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.Conflict, "payoff_open"), (answer.Status, answer.Code)));
        var id = created.Json.GetProperty("id").GetString()!;
        Assert.All(refused, answer => Assert.Contains(id, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreatePayoff_OpenAtAnotherTenant_DoesNotNameIt()
    {
        var loan = Loans.Next();
        var created = await CreateAsync(Drafts.Payoff(loan));
        using var probe = host.CreateClient("1");
        var own = (await probe.GetAnswerAsync("/api/v1/locations")).Text;
        var stranger = Enumerable.Range(2, 199).First(id => !own.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal));
        using var other = host.CreateClient($"{stranger}", $"{stranger}");
        var seen = (await other.GetAnswerAsync("/api/v1/locations")).Text;
        Assert.DoesNotContain("\"id\":\"1\"", seen, StringComparison.Ordinal);

        var refused = await other.PostAnswerAsync(Path, Drafts.Payoff(loan, ("location_id", $"{stranger}")), ("Idempotency-Key", NewKey()));
        Assert.Equal((HttpStatusCode.Conflict, "payoff_open"), (refused.Status, refused.Code));
        Assert.DoesNotContain(created.Json.GetProperty("id").GetString()!, refused.Text, StringComparison.Ordinal);

        var hidden = await other.GetAnswerAsync($"{Path}/{created.Json.GetProperty("id")}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
    }

    [Fact]
    public async Task CreatePayoff_CheckDigitWrong_IsRefusedAndStoresNothing()
    {
        var (loan, key) = (Loans.Next(), NewKey());
        var wrong = loan[..9] + (char)('0' + ((loan[9] - '0' + 1) % 10));
        var refused = await CreateAsync(Drafts.Payoff(wrong), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (refused.Status, refused.Code));
        Assert.Equal(["/sba_loan_number check_digit"], refused.Errors);

        var corrected = await CreateAsync(Drafts.Payoff(loan), key);
        Assert.Equal(HttpStatusCode.Created, corrected.Status);
    }

    [Fact]
    public async Task CreatePayoff_ManyFaults_AreToldAtOnce()
    {
        var refused = await CreateAsync("""
            {
              "sba_loan_number": "1004285008", "program": "7b", "location_id": 1, "amount_type": "full", "colour": "red",
              "prepayment_amount": 5.0, "payoff_date": "2027-01-01", "reason": "sale", "reason": "cash",
              "contact": {"name": "", "phone": "1", "email": null, "fax": "2"}, "escrow": [], "id": "x"
            }
            """);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_body"), (refused.Status, refused.Code));
        Assert.Equal(
            [
                "/colour unknown_member", "/contact/email required", "/contact/fax unknown_member", "/contact/name too_short",
                "/escrow wrong_type", "/id invalid_format", "/location_id wrong_type", "/payoff_date date_not_in_future",
                "/prepayment_amount wrong_type", "/program invalid_value", "/reason duplicate_member",
                "/sba_loan_number check_digit",
            ],
            refused.Errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sba_loan_number")]
    [InlineData("program")]
    [InlineData("location_id")]
    [InlineData("amount_type")]
    [InlineData("payoff_date")]
    [InlineData("reason")]
    [InlineData("contact")]
    public async Task CreatePayoff_MemberMissing_IsRequired(string member)
    {
        var refused = await CreateAsync(Drafts.Payoff(loan: null, (member, null)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (refused.Status, refused.Code));
        Assert.Equal([$"/{member} required"], refused.Errors);
    }

    [Theory]
    [InlineData("program", "\"FULL\"", "invalid_value")]
    [InlineData("amount_type", "\"full,partial\"", "invalid_value")]
    [InlineData("amount_type", "0", "wrong_type")]
    [InlineData("payoff_date", "\"2027-02-30\"", "invalid_format")]
    [InlineData("payoff_date", "\"2027-2-3\"", "invalid_format")]
    [InlineData("payoff_date", "\"2027-02-02T00:00:00Z\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"1.00\\n\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"1.5\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"-1.50\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"1,000.00\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"10000000000000.00\"", "invalid_format")]
    [InlineData("prepayment_amount", "\"NaN\"", "invalid_format")]
    [InlineData("sba_loan_number", "\"123\"", "invalid_format")]
    [InlineData("sba_loan_number", "\"1004285007\\n\"", "invalid_format")]
    [InlineData("sba_loan_number", "\"１００４２８５００７\"", "invalid_format")]
    [InlineData("reason", "\"\\ud800\"", "invalid_value")]
    [InlineData("version", "1.5", "invalid_format")]
    [InlineData("created_at", "\"2027-01-01T00:00:00+01:00\"", "invalid_format")]
    public async Task CreatePayoff_MalformedMember_IsNamed(string member, string json, string code)
    {
        var draft = Drafts.Payoff(loan: null, (member, "REPLACED"))
            .Replace("\"REPLACED\"", json, StringComparison.Ordinal);
        var refused = await CreateAsync(draft);
        Assert.Contains($"/{member} {code}", refused.Errors);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.UnprocessableEntity)]
    public async Task CreatePayoff_NameLength_IsHeldAtItsBound(int length, HttpStatusCode status)
    {
        var contact = new JsonObject { ["name"] = new string('é', length), ["phone"] = "1", ["email"] = "a@b" };
        var answer = await CreateAsync(Drafts.Payoff(loan: null, ("contact", contact)));
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("", "body_missing")]
    [InlineData("  \n ", "body_missing")]
    [InlineData("{", "malformed_json")]
    [InlineData("{\"program\":NaN}", "malformed_json")]
    [InlineData("{} {}", "malformed_json")]
    [InlineData("{,}", "malformed_json")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "malformed_json")]
    [InlineData("null", "invalid_body")]
    [InlineData("[]", "invalid_body")]
    [InlineData("\"text\"", "invalid_body")]
    public async Task CreatePayoff_NoObject_IsRefused(string body, string code)
    {
        var refused = await CreateAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreatePayoff_NotUtf8_IsMalformed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Headers.Add("Idempotency-Key", NewKey());
        request.Content = new ByteArrayContent([.. "{\"reason\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        request.Content.Headers.ContentType = new("application/json");
        var refused = await _client.AskAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, "malformed_json"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreatePayoff_BodyOverTheLimit_IsRefused()
    {
        var refused = await CreateAsync($"{{\"reason\":\"{new string('x', 65_536)}\"}}");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body_too_large"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task CreatePayoff_OtherMediaType_IsRefused(string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Headers.Add("Idempotency-Key", NewKey());
        request.Content = new StringContent(Drafts.Payoff());
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(mediaType);
        var refused = await _client.AskAsync(request);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreatePayoff_NoKey_IsRefused()
    {
        var refused = await _client.PostAnswerAsync(Path, Drafts.Payoff());
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_missing"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("\"unclosed")]
    [InlineData("\"\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\\n\"")]
    [InlineData("a,b")]
    public async Task CreatePayoff_MalformedKey_IsRefused(string key)
    {
        var refused = await CreateAsync(Drafts.Payoff(), key);
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData(255, HttpStatusCode.Created)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task CreatePayoff_KeyLength_IsHeldAtItsBound(int length, HttpStatusCode status)
    {
        var answer = await CreateAsync(Drafts.Payoff(), NewKey().PadRight(length, 'k'));
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task CreatePayoff_NoLocation_AsksForTheContext()
    {
        using var client = host.CreateClient("1");
        var refused = await client.PostAnswerAsync(Path, Drafts.Payoff(), ("Idempotency-Key", NewKey()));
        Assert.Equal((HttpStatusCode.BadRequest, "context_required"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreatePayoff_LocationOfOthers_IsForbidden()
    {
        using var client = host.CreateClient("1", "9999999");
        var refused = await client.PostAnswerAsync(Path, Drafts.Payoff(), ("Idempotency-Key", NewKey()));
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (refused.Status, refused.Code));
    }

    /// <summary>What the database holds: a list is never answered from a grain's memory.</summary>
    private async Task<JsonObject> StoredAsync(string loan)
    {
        var page = await _client.GetAnswerAsync($"{Path}?sba_loan_number={loan}");
        return JsonNode.Parse(page.Text)!["data"]!.AsArray().Single()!.AsObject();
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private Task<Answer> CreateAsync(string draft, string? key = null) =>
        _client.PostAnswerAsync(Path, draft, ("Idempotency-Key", key ?? NewKey()));
}
