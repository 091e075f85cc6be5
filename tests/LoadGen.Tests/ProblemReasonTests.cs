using System.Text;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Tests;

public sealed class ProblemReasonTests
{
    [Theory]
    [InlineData("""{"code":"payoff_open"}""", "payoff_open")]
    [InlineData("""{"code":"payoff_open","errors":[{"code":"payoff_open"}]}""", "payoff_open")]
    [InlineData("""{"code":"validation_failed","errors":[]}""", "validation_failed")]
    [InlineData("""{"code":"validation_failed","errors":[{"code":"check_digit"}]}""", "validation_failed/check_digit")]
    [InlineData(
        """{"code":"validation_failed","errors":[{"code":"b"},{"code":"a"},{"code":"b"},7,{},{"code":null}]}""",
        "validation_failed/b+a")]
    [InlineData("""{"code":"x","errors":"none"}""", "x")]
    [InlineData("""{"code":7}""", null)]
    [InlineData("""{"code":""}""", null)]
    [InlineData("""["code"]""", null)]
    [InlineData("""{"code":"cut of""", null)]
    [InlineData("", null)]
    public void Parse_Body_GivesItsCodes(string body, string? expected) =>
        Assert.Equal(expected, ProblemReason.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task ReadAsync_BodyBeyondTheBound_FallsBackToTheStatus()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)
        {
            Content = new StringContent(
                "{\"detail\":\"" + new string('x', 100_000) + "\",\"code\":\"far_away\"}",
                Encoding.UTF8,
                "application/problem+json"),
        };

        Assert.Equal("http_400", await ProblemReason.ReadAsync(response, CancellationToken.None));
    }
}
