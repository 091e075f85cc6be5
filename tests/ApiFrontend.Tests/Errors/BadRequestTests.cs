using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Errors;

[Collection(ApiCollection.Name)]
public sealed class BadRequestTests(SqliteApiHost host)
{
    private const int Requests = 2_000;

    [Fact]
    public async Task AnyEndpoint_TwoThousandBadRequests_AreRefusedWithACode()
    {
        var requests = new BadRequests(seed: 20270104);
        using var client = host.CreateClient("1", "1");
        var wrong = new List<string>();
        var logged = host.Logs.Entries.Count;
        for (var i = 0; i < Requests; i++)
        {
            using var request = requests.Next();
            var answer = await client.AskAsync(request);
            if ((int)answer.Status is < 400 or > 499 || answer.Code is null)
            {
                wrong.Add($"{(int)answer.Status} to {request.Method} {request.RequestUri}: {answer.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.DoesNotContain(host.Logs.Entries.Skip(logged), entry => entry.Exception is not null);
    }
}
