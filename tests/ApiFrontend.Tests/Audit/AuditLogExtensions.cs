using System.Diagnostics;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Audit;

internal static class AuditLogExtensions
{
    public const string Path = "/api/v1/audit-records";

    /// <summary>The records that meet a filter, first to last, as soon as there are so many.</summary>
    public static async Task<JsonObject[]> RecordsAsync(this HttpClient client, string filter, int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await client.GetAnswerAsync($"{Path}?{filter}&limit=500&sort=occurred_at,id");
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
            JsonObject[] records = [.. JsonNode.Parse(answer.Text)!["data"]!.AsArray().Select(record => record!.AsObject())];
            if (records.Length >= count)
            {
                return records;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"{records.Length} of {count} records came.");
            await Task.Yield();
        }
    }
}
