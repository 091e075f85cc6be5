using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Requests;

[Collection(ApiCollection.Name)]
public sealed class NegotiationTests(SqliteApiHost host)
{
    private const string Path = "/api/v1/countries/NA";

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\";q=0.1")]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8")]
    [InlineData("application/json;q=0.001, text/html")]
    [InlineData("*/*;q=0, application/json")]
    [InlineData("application/*;q=0, application/json;q=0.5")]
    [InlineData("application/json;charset=latin1, application/json")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Get_AcceptThatJsonIsIn_IsJson(string accept)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(Path, ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/xml, text/html;q=0.9")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("application/json;q=0.000, application/*")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;version=2")]
    [InlineData("application/json;charset=latin1")]
    [InlineData("application/problem+json")]
    public async Task Get_AcceptThatJsonIsNotIn_IsRefusedAsAProblem(string accept)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(Path, ("Accept", accept));
        Assert.Equal((HttpStatusCode.NotAcceptable, "not_acceptable"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Get_Error_IsAProblemThoughOnlyJsonIsAccepted()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/countries/XX", ("Accept", "application/json"));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Post_AcceptThatJsonIsNotIn_DoesNothing()
    {
        using var client = host.CreateClient("1", "1");
        var (loan, key) = (Loans.Next(), Guid.NewGuid().ToString());
        var refused = await client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(loan), ("Idempotency-Key", key), ("Accept", "text/csv"));
        Assert.Equal((HttpStatusCode.NotAcceptable, "not_acceptable"), (refused.Status, refused.Code));

        var created = await client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(loan), ("Idempotency-Key", key));
        Assert.Equal((HttpStatusCode.Created, null), (created.Status, created.Header("Idempotent-Replayed")));
    }
}
