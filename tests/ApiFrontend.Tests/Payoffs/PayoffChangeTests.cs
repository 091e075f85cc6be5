using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Audit;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Payoffs;

public abstract class PayoffChangeTests(ApiHost host) : IDisposable
{
    private const string Path = "/api/v1/payoffs";
    private const string Quote =
        """{"principal":"100000.10","interest":"500.25","fees":"10.00","premium":"0.00","total":"100510.35","per_diem":"13.70","good_through":"2027-02-02"}""";

    private readonly HttpClient _client = host.CreateClient("1", "1");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task PatchPayoff_Members_AreChangedAndTheRestStays()
    {
        var (path, before) = await CreateAsync(("escrow", JsonNode.Parse("""{"company":"Thistledown","contact":"Gus","phone":"1"}""")));
        var changed = await _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash","contact":{"phone":"2"}}""");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.Status, changed.Header("ETag")));
        Assert.Equal("no-cache, private", changed.Header("Cache-Control"));
        Assert.Equal("application/merge-patch+json, application/json", changed.Header("Accept-Patch"));

        before["reason"] = "cash";
        before["contact"]!["phone"] = "2";
        before["version"] = 2;
        before["updated_at"] = changed.Json.GetProperty("updated_at").GetString();
        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse(changed.Text)), changed.Text);
        await AssertStoredAsync(path, changed);
    }

    [Fact]
    public async Task PatchPayoff_Null_TakesAMemberAway()
    {
        var (path, _) = await CreateAsync(
            ("escrow", JsonNode.Parse("""{"company":"Thistledown","contact":"Gus","phone":"1"}""")),
            ("notice_received_date", "2027-01-04"),
            ("amount_type", "partial"),
            ("prepayment_amount", "5.00"));

        var partly = await _client.PatchAnswerAsync(path, "\"1\"", """{"escrow":{"contact":null},"notice_received_date":null}""");
        Assert.Equal("""{"company":"Thistledown","contact":null,"phone":"1"}""", partly.Json.GetProperty("escrow").GetRawText());
        Assert.Equal(JsonValueKind.Null, partly.Json.GetProperty("notice_received_date").ValueKind);

        var wholly = await _client.PatchAnswerAsync(path, "\"2\"", """{"escrow":null,"amount_type":"full","prepayment_amount":null}""");
        Assert.Equal(HttpStatusCode.OK, wholly.Status);
        Assert.Equal(JsonValueKind.Null, wholly.Json.GetProperty("escrow").ValueKind);
        await AssertStoredAsync(path, wholly);

        var anew = await _client.PatchAnswerAsync(path, "\"3\"", """{"escrow":{"company":"Other"}}""");
        Assert.Equal("""{"company":"Other","contact":null,"phone":null}""", anew.Json.GetProperty("escrow").GetRawText());
        await AssertStoredAsync(path, anew);
    }

    [Theory]
    [InlineData("""{"contact":null}""", "/contact required")]
    [InlineData("""{"contact":{"email":null}}""", "/contact/email required")]
    [InlineData("""{"escrow":{"contact":"Gus"}}""", "/escrow/company required")]
    [InlineData("""{"status":null}""", "/status required")]
    [InlineData("""{"version":null}""", "/version read_only")]
    [InlineData("""{"version":2}""", "/version read_only")]
    [InlineData("""{"id":"3f2504e0-4f89-81d3-9a0c-0305e82c3301"}""", "/id read_only")]
    [InlineData("""{"requested_by":"2"}""", "/requested_by read_only")]
    [InlineData("""{"created_at":"2027-01-01T00:00:00Z"}""", "/created_at read_only")]
    [InlineData("""{"updated_at":null}""", "/updated_at read_only")]
    [InlineData("""{"sba_loan_number":"1004285007"}""", "/sba_loan_number not_allowed")]
    [InlineData("""{"location_id":"2"}""", "/location_id not_allowed")]
    [InlineData("""{"payoff_date":"2027-01-04"}""", "/payoff_date date_not_in_future")]
    [InlineData("""{"payoff_date":"2027-01-09"}""", "/payoff_date not_a_business_day")]
    [InlineData("""{"program":"504"}""", "/payoff_date not_a_payoff_day")]
    [InlineData("""{"notice_received_date":"2027-01-05","payoff_date":"2027-01-18"}""", "/notice_received_date out_of_range", "/payoff_date not_a_business_day")]
    [InlineData("""{"amount_type":"partial"}""", "/prepayment_amount required")]
    [InlineData($$"""{"quote":{{Quote}}}""", "/quote not_allowed")]
    public async Task PatchPayoff_RuleBroken_IsNamedAndNothingChanges(string patch, params string[] errors)
    {
        var (path, before) = await CreateAsync();
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", patch);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (refused.Status, refused.Code));
        Assert.Equal(errors, refused.Errors);
        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse((await _client.GetAnswerAsync(path)).Text)));
    }

    [Fact]
    public async Task PatchPayoff_ManyFaults_AreToldAtOnce()
    {
        var (path, _) = await CreateAsync();
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", """
            {
              "colour": null, "reason": "sale", "reason": "cash", "contact": {"fax": "1", "name": ""}, "escrow": [],
              "version": 7, "status": "funded", "prepayment_amount": 5, "payoff_date": "2027-01-09"
            }
            """);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_body"), (refused.Status, refused.Code));
        Assert.Equal(
            [
                "/colour unknown_member", "/contact/fax unknown_member", "/contact/name too_short", "/escrow wrong_type",
                "/payoff_date not_a_business_day", "/prepayment_amount wrong_type", "/reason duplicate_member",
                "/status invalid_transition", "/version read_only",
            ],
            refused.Errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "body_missing")]
    [InlineData("{", "malformed_json")]
    [InlineData("null", "invalid_body")]
    [InlineData("[]", "invalid_body")]
    [InlineData("\"text\"", "invalid_body")]
    [InlineData("{\"\\ud800\":1}", "invalid_body")]
    [InlineData("{\"reason\":\"\\ud800\"}", "validation_failed")]
    public async Task PatchPayoff_NoPatch_IsRefused(string body, string code)
    {
        var (path, _) = await CreateAsync();
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", body);
        Assert.Equal(
            (code == "validation_failed" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest, code),
            (refused.Status, refused.Code));
    }

    [Fact]
    public async Task PatchPayoff_WrongValueAnywhere_IsRefused()
    {
        string[] members = [.. (await CreateAsync()).Payoff.Select(member => member.Key).Where(name => name != "id"), "id", "colour", "", "a/b~c"];
        string[] values =
        [
            "true", "-1", "1e999", "123456789012345678901234567890", "0.1", "[]", "[{}]", "{\"a\":1}", "{\"\":null}", "{\"a\":{\"b\":null}}",
            "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"\\ud800\":1}", "\"0000-00-00\"", "\"9999-99-99\"", "\"NaN\"",
        ];
        var (path, before) = await CreateAsync();
        foreach (var (member, value) in members.SelectMany(member => values.Select(value => (member, value))))
        {
            var refused = await _client.PatchAnswerAsync(path, "\"1\"", $$"""{"{{member}}":{{value}}}""");
            Assert.True(
                refused is { Status: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, Code: "invalid_body" or "validation_failed" },
                $"{member}: {value} was answered {refused.Status} {refused.Text}");
        }

        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse((await _client.GetAnswerAsync(path)).Text)));
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/merge-patch+json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/json-patch+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task PatchPayoff_MediaType_IsAMergePatch(string mediaType, HttpStatusCode status)
    {
        var (path, _) = await CreateAsync();
        var answer = await _client.ChangeAsync(HttpMethod.Patch, path, "\"1\"", """{"reason":"cash"}""", mediaType);
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/merge-patch+json, application/json", answer.Header("Accept-Patch"));
        Assert.Equal(status == HttpStatusCode.OK ? null : "unsupported_media_type", answer.Code);
    }

    [Fact]
    public async Task GetPayoff_Answer_AnnouncesPatch()
    {
        var (path, _) = await CreateAsync();
        Assert.Equal("application/merge-patch+json, application/json", (await _client.GetAnswerAsync(path)).Header("Accept-Patch"));
    }

    [Fact]
    public async Task PutPayoff_WhatWasRead_CanBeSentBack()
    {
        var (path, read) = await CreateAsync();
        read["reason"] = "other";
        read["escrow"] = JsonNode.Parse("""{"company":"Thistledown"}""");
        var changed = await _client.PutAnswerAsync(path, "\"1\"", read.ToJsonString());
        Assert.Equal((HttpStatusCode.OK, "\"2\"", "other"), (changed.Status, changed.Header("ETag"), changed.Json.GetProperty("reason").GetString()));
        await AssertStoredAsync(path, changed);
    }

    [Fact]
    public async Task PutPayoff_WithoutServerMembers_KeepsThemAndDropsTheOptionalOnes()
    {
        var loan = Loans.Next();
        var created = await PostAsync(Drafts.Payoff(loan, ("escrow", JsonNode.Parse("""{"company":"Thistledown"}"""))));
        var path = PathOf(created);
        await _client.PatchAnswerAsync(path, "\"1\"", """{"status":"scheduled"}""");

        var changed = await _client.PutAnswerAsync(path, "\"2\"", Drafts.Payoff($"{loan[..8]}-{loan[8..]}"));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(JsonValueKind.Null, changed.Json.GetProperty("escrow").ValueKind);
        Assert.Equal("scheduled", changed.Json.GetProperty("status").GetString());
        foreach (var member in (string[])["id", "requested_by", "created_at", "sba_loan_number"])
        {
            Assert.Equal(created.Json.GetProperty(member).GetString(), changed.Json.GetProperty(member).GetString());
        }

        await AssertStoredAsync(path, changed);
    }

    [Fact]
    public async Task PutPayoff_Faults_AreToldAtOnce()
    {
        var (path, read) = await CreateAsync();
        read.Remove("contact");
        read["version"] = 5;
        read["status"] = "completed";
        read["payoff_date"] = "2027-01-09";
        var refused = await _client.PutAnswerAsync(path, "\"1\"", read.ToJsonString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (refused.Status, refused.Code));
        Assert.Equal(
            ["/contact required", "/payoff_date not_a_business_day", "/status invalid_transition", "/version read_only"],
            refused.Errors.Order(StringComparer.Ordinal));

        var mergePatch = await _client.ChangeAsync(HttpMethod.Put, path, "\"1\"", read.ToJsonString(), "application/merge-patch+json");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (mergePatch.Status, mergePatch.Code));
    }

    [Fact]
    public async Task DeletePayoff_Open_IsCancelledAndFreesTheLoan()
    {
        var loan = Loans.Next();
        var path = PathOf(await PostAsync(Drafts.Payoff(loan)));
        var cancelled = await _client.DeleteAnswerAsync(path, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (cancelled.Status, cancelled.Header("ETag")));
        Assert.Equal("cancelled", cancelled.Json.GetProperty("status").GetString());
        await AssertStoredAsync(path, cancelled);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Drafts.Payoff(loan))).Status);

        // It cannot be opened again, so it never competes with the new one.
        var reopened = await _client.PatchAnswerAsync(path, "\"2\"", """{"status":"received"}""");
        Assert.Equal((HttpStatusCode.Conflict, "invalid_transition"), (reopened.Status, reopened.Code));
    }

    [Fact]
    public async Task ChangePayoff_WholeLife_EndsCompletedAndFreesTheLoan()
    {
        var loan = Loans.Next();
        var path = PathOf(await PostAsync(Drafts.Payoff(loan)));
        await ChangeStatusAsync(path, 1, """{"status":"scheduled"}""");
        await ChangeStatusAsync(path, 2, $$"""{"status":"quoted","quote":{{Quote}}}""");
        await ChangeStatusAsync(path, 3, """{"status":"funded"}""");
        var open = await PostAsync(Drafts.Payoff(loan));
        Assert.Equal((HttpStatusCode.Conflict, "payoff_open"), (open.Status, open.Code));
        var completed = await ChangeStatusAsync(path, 4, """{"status":"completed"}""");
        Assert.Equal(Quote, completed.Json.GetProperty("quote").GetRawText());
        await AssertStoredAsync(path, completed);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Drafts.Payoff(loan))).Status);

        var refused = await _client.DeleteAnswerAsync(path, "\"5\"");
        Assert.Equal((HttpStatusCode.Conflict, "invalid_transition"), (refused.Status, refused.Code));
        Assert.Equal("A completed payoff stays so.", refused.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("quoted")]
    [InlineData("funded")]
    [InlineData("completed")]
    [InlineData("expired")]
    public async Task PatchPayoff_TransitionNotListed_NamesThoseThatAre(string status)
    {
        var (path, _) = await CreateAsync();
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", $$"""{"status":"{{status}}"}""");
        Assert.Equal((HttpStatusCode.Conflict, "invalid_transition"), (refused.Status, refused.Code));
        Assert.Equal("A received payoff can become: scheduled, cancelled, rejected.", refused.Json.GetProperty("detail").GetString());
        Assert.Equal(["/status invalid_transition"], refused.Errors);
    }

    [Fact]
    public async Task PatchPayoff_QuoteThatDoesNotAddUp_IsRefused()
    {
        var (path, _) = await CreateAsync();
        await ChangeStatusAsync(path, 1, """{"status":"scheduled"}""");
        var wrong = Quote.Replace("100510.35", "100510.36", StringComparison.Ordinal);
        var refused = await _client.PatchAnswerAsync(path, "\"2\"", $$"""{"status":"quoted","quote":{{wrong}}}""");
        Assert.Equal(["/quote/total total_mismatch"], refused.Errors);
        Assert.Equal("validation_failed", refused.Code);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task ChangePayoff_WithoutIfMatch_IsAskedForIt(string method)
    {
        var (path, read) = await CreateAsync();
        var refused = await ChangeAsync(method, path, ifMatch: null, read);
        Assert.Equal(((HttpStatusCode)428, "precondition_required"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("PUT", "\"2\"")]
    [InlineData("PATCH", "\"0\", \"2\"")]
    [InlineData("PATCH", "W/\"1\"")]
    [InlineData("PATCH", "1")]
    [InlineData("PATCH", "\"1")]
    [InlineData("DELETE", "\"11\"")]
    public async Task ChangePayoff_OtherVersion_IsRefused(string method, string ifMatch)
    {
        var (path, read) = await CreateAsync();
        var refused = await ChangeAsync(method, path, ifMatch, read);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition_failed"), (refused.Status, refused.Code));
        Assert.Equal("\"1\"", (await _client.GetAnswerAsync(path)).Header("ETag"));
    }

    [Theory]
    [InlineData("PUT", "\"1\"")]
    [InlineData("PATCH", "\"7\", W/\"1\", \"1\"")]
    [InlineData("PATCH", "*")]
    [InlineData("DELETE", "*")]
    public async Task ChangePayoff_PresentVersionAmongThoseNamed_IsChanged(string method, string ifMatch)
    {
        var (path, read) = await CreateAsync();
        var changed = await ChangeAsync(method, path, ifMatch, read);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.Status, changed.Header("ETag")));
    }

    [Fact]
    public async Task GetPayoff_AfterAChange_HasAnotherETag()
    {
        var (path, _) = await CreateAsync();
        Assert.Equal(HttpStatusCode.NotModified, (await _client.GetAnswerAsync(path, ("If-None-Match", "\"1\""))).Status);
        var changed = await _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash"}""");
        var read = await _client.GetAnswerAsync(path, ("If-None-Match", "\"1\""));
        Assert.Equal((HttpStatusCode.OK, "\"2\"", changed.Text), (read.Status, read.Header("ETag"), read.Text));
        Assert.Equal(HttpStatusCode.NotModified, (await _client.GetAnswerAsync(path, ("If-None-Match", "\"2\""))).Status);
    }

    [Fact]
    public async Task ListPayoffs_AfterAChange_ShowsTheNewStatus()
    {
        using var client = host.CreateClient("153", "153");
        var created = await client.PostAnswerAsync(Path, Drafts.Payoff(loan: null, ("location_id", "153")), ("Idempotency-Key", NewKey()));
        await client.PatchAnswerAsync(PathOf(created), "\"1\"", """{"status":"rejected"}""");
        var listed = (await client.GetAnswerAsync($"{Path}?limit=500")).Json.GetProperty("data").EnumerateArray()
            .Single(row => row.GetProperty("id").GetString() == created.Json.GetProperty("id").GetString());
        Assert.Equal(("rejected", 2), (listed.GetProperty("status").GetString(), listed.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task PatchPayoff_SixtyFourWriters_AcceptedOnesAreTheVersionsIncrements()
    {
        var (path, _) = await CreateAsync();
        var answers = (await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            var own = new List<Answer>();
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var tag = attempt == 0 ? "\"1\"" : (await _client.GetAnswerAsync(path)).Header("ETag");
                own.Add(await _client.PatchAnswerAsync(path, tag, $$$"""{"contact":{"phone":"{{{writer}}}-{{{attempt}}}"}}"""));
            }

            return own;
        }))).SelectMany(own => own).ToArray();

        var accepted = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToArray();
        Assert.All(answers.Except(accepted), answer => Assert.Equal("precondition_failed", answer.Code));
        Assert.Equal(
            Enumerable.Range(2, accepted.Length),
            accepted.Select(answer => answer.Json.GetProperty("version").GetInt32()).Order());
        await AssertStoredAsync(path, accepted.MaxBy(answer => answer.Json.GetProperty("version").GetInt32())!);
    }

    [Fact]
    public async Task PatchPayoff_WritersOfAnyVersion_AreAllAccepted()
    {
        var (path, _) = await CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
            _client.PatchAnswerAsync(path, "*", $$$"""{"contact":{"phone":"{{{writer}}}"}}""")));
        Assert.Equal(Enumerable.Range(2, 8), answers.Select(answer => answer.Json.GetProperty("version").GetInt32()).Order());
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"2\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    public async Task PatchPayoff_ChangedBehindTheGrain_IsHeldAgainstTheDatabase(string ifMatch, HttpStatusCode status)
    {
        var (path, read) = await CreateAsync();
        var row = JsonSerializer.Deserialize(read.ToJsonString(), LoApiJson.Models.Payoff)!;
        var entry = new AuditEntry(AuditKind.Change, AuditCode.Updated, row.UpdatedAt!.Value, Caller.System);
        var behind = new PayoffUpdate(row with { Reason = PayoffReason.Other, Version = 2 }, ExpectedVersion: 1);
        Assert.Equal(WriteResult.Committed, await host.Services.GetRequiredService<IChangeWriter>().WriteAsync(new ChangeSet(entry, behind)));

        var answer = await _client.PatchAnswerAsync(path, ifMatch, """{"contact":{"phone":"9"}}""");
        Assert.Equal(status, answer.Status);
        var stored = await StoredAsync(path);
        Assert.Equal(
            (PayoffReason.Other, status == HttpStatusCode.OK ? 3 : 2, status == HttpStatusCode.OK ? "9" : "202-555-0100"),
            (stored.Reason, stored.Version, stored.Contact!.Phone));
    }

    [Fact]
    public async Task ChangePayoff_NoneOfTheUsers_IsNotFound()
    {
        var (path, read) = await CreateAsync();
        using var stranger = await OtherTenantAsync();
        foreach (var method in (string[])["PUT", "PATCH", "DELETE"])
        {
            foreach (var (client, where) in new[] { (stranger, path), (_client, $"{Path}/{Guid.NewGuid()}"), (_client, $"{Path}/1") })
            {
                var refused = await ChangeAsync(method, where, "*", read, client);
                Assert.Equal((HttpStatusCode.NotFound, "not_found"), (refused.Status, refused.Code));
            }
        }
    }

    [Fact]
    public async Task ChangePayoff_ForAnotherLocationOfTheUser_IsForbidden()
    {
        var (user, first, second) = await UserOfTwoLocationsAsync();
        using var there = host.CreateClient(user, first);
        var created = await there.PostAnswerAsync(Path, Drafts.Payoff(loan: null, ("location_id", first)), ("Idempotency-Key", NewKey()));
        using var elsewhere = host.CreateClient(user, second);
        var refused = await elsewhere.DeleteAnswerAsync(PathOf(created), "\"1\"");
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, (await there.DeleteAnswerAsync(PathOf(created), "\"1\"")).Status);
    }

    [Fact]
    public async Task ChangePayoff_NoLocation_AsksForTheContext()
    {
        var (path, _) = await CreateAsync();
        using var client = host.CreateClient("1");
        var refused = await client.DeleteAnswerAsync(path, "\"1\"");
        Assert.Equal((HttpStatusCode.BadRequest, "context_required"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task ChangePayoff_SameKeyAgain_IsReplayed(string method)
    {
        var (path, read) = await CreateAsync();
        var key = NewKey();
        var first = await ChangeAsync(method, path, "\"1\"", read, headers: ("Idempotency-Key", key));
        await _client.PatchAnswerAsync(path, "\"2\"", """{"reason":"other"}""");
        var second = await ChangeAsync(method, path, "\"1\"", read, headers: ("Idempotency-Key", $"\"{key}\""));
        Assert.Equal((HttpStatusCode.OK, first.Text, "\"2\""), (second.Status, second.Text, second.Header("ETag")));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        Assert.Equal("\"3\"", (await _client.GetAnswerAsync(path)).Header("ETag"));
    }

    [Fact]
    public async Task PatchPayoff_SamePatchSpelledOtherwise_IsReplayed()
    {
        var (path, _) = await CreateAsync();
        var key = ("Idempotency-Key", NewKey());
        await _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash","contact":{"phone":"5","name":"Zoë"}}""", key);
        var second = await _client.PatchAnswerAsync(path, "\"2\"", """{ "contact": {"name":"Zo\u00eb", "phone":"5"}, "reason":"cash" }""", key);
        Assert.Equal((HttpStatusCode.OK, "true", "\"2\""), (second.Status, second.Header("Idempotent-Replayed"), second.Header("ETag")));
    }

    [Fact]
    public async Task ChangePayoff_KeyOfAnotherRequest_IsRefused()
    {
        var creation = NewKey();
        var path = PathOf(await PostAsync(Drafts.Payoff(), creation));
        var (other, _) = await CreateAsync();
        var key = NewKey();
        await _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash"}""", ("Idempotency-Key", key));

        Answer[] refused =
        [
            await _client.PatchAnswerAsync(path, "\"2\"", """{"reason":"other"}""", ("Idempotency-Key", key)),
            await _client.PatchAnswerAsync(other, "\"1\"", """{"reason":"cash"}""", ("Idempotency-Key", key)),
            await _client.DeleteAnswerAsync(path, "\"2\"", ("Idempotency-Key", key)),
            await _client.DeleteAnswerAsync(path, "\"2\"", ("Idempotency-Key", creation)),
        ];
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (answer.Status, answer.Code)));

        var malformed = await _client.DeleteAnswerAsync(path, "\"2\"", ("Idempotency-Key", "two words"));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (malformed.Status, malformed.Code));
    }

    [Fact]
    public async Task PatchPayoff_HundredAtOnceWithOneKey_IsOneChange()
    {
        var (path, _) = await CreateAsync();
        var key = ("Idempotency-Key", NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _client.PatchAnswerAsync(path, "\"1\"", """{"reason":"cash"}""", key)));
        Assert.Equal([HttpStatusCode.OK], answers.Select(answer => answer.Status).Distinct());
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }

    [Fact]
    public async Task CreatePayoff_RepeatedAfterAChange_IsReplayedAsItWas()
    {
        var (draft, key) = (Drafts.Payoff(), NewKey());
        var created = await PostAsync(draft, key);
        await _client.DeleteAnswerAsync(PathOf(created), "\"1\"");
        var repeated = await PostAsync(draft, key);
        Assert.Equal((HttpStatusCode.Created, created.Text, "true"), (repeated.Status, repeated.Text, repeated.Header("Idempotent-Replayed")));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static string PathOf(Answer payoff) => $"{Path}/{payoff.Json.GetProperty("id").GetString()}";

    private Task<Answer> PostAsync(string draft, string? key = null) =>
        _client.PostAnswerAsync(Path, draft, ("Idempotency-Key", key ?? NewKey()));

    private async Task<(string Path, JsonObject Payoff)> CreateAsync(params (string Member, JsonNode? Value)[] changes)
    {
        var created = await PostAsync(Drafts.Payoff(loan: null, changes));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        return (PathOf(created), JsonNode.Parse(created.Text)!.AsObject());
    }

    private Task<Answer> ChangeAsync(
        string method, string path, string? ifMatch, JsonObject read, HttpClient? client = null, params (string Name, string Value)[] headers)
    {
        var changing = client ?? _client;
        return method switch
        {
            "PUT" => changing.PutAnswerAsync(path, ifMatch, read.ToJsonString(), headers),
            "PATCH" => changing.PatchAnswerAsync(path, ifMatch, """{"reason":"cash"}""", headers),
            _ => changing.DeleteAnswerAsync(path, ifMatch, headers),
        };
    }

    private async Task<Answer> ChangeStatusAsync(string path, int version, string patch)
    {
        var changed = await _client.PatchAnswerAsync(path, $"\"{version}\"", patch);
        Assert.Equal((HttpStatusCode.OK, $"\"{version + 1}\""), (changed.Status, changed.Header("ETag")));
        return changed;
    }

    /// <summary>What was answered is what the grain holds in memory and what stands in the database.</summary>
    private async Task AssertStoredAsync(string path, Answer changed)
    {
        Assert.Equal(changed.Text, (await _client.GetAnswerAsync(path)).Text);
        Assert.Equal(changed.Text, JsonSerializer.Serialize(await StoredAsync(path), LoApiJson.Models.Payoff));
    }

    private async Task<Payoff> StoredAsync(string path) =>
        (await host.Services.GetRequiredService<PayoffRepository>().FindAsync(Guid.Parse(path[(path.LastIndexOf('/') + 1)..])))!;

    private async Task<HttpClient> OtherTenantAsync()
    {
        for (var id = 2; ; id++)
        {
            if (!(await LocationsOfAsync($"{id}")).Contains("1"))
            {
                return host.CreateClient($"{id}", (await LocationsOfAsync($"{id}"))[0]);
            }
        }
    }

    private async Task<(string User, string First, string Second)> UserOfTwoLocationsAsync()
    {
        for (var id = 1; ; id++)
        {
            if (await LocationsOfAsync($"{id}") is [var first, var second, ..])
            {
                return ($"{id}", first, second);
            }
        }
    }

    private async Task<string[]> LocationsOfAsync(string user)
    {
        using var client = host.CreateClient(user);
        var locations = await client.GetAnswerAsync("/api/v1/locations");
        return locations.Status == HttpStatusCode.OK
            ? [.. locations.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)]
            : [];
    }
}
