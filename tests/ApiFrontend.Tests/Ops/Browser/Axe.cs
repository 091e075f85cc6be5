using System.Text.Json;
using LoApi.Fixtures;
using Microsoft.Playwright;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

/// <summary>axe-core, which finds what keeps people from using a page.</summary>
internal static class Axe
{
    public static string Path { get; } = Repository.File("tests/Accessibility/node_modules/axe-core/axe.min.js");

    /// <summary>What it finds on a page that is serious or worse: rule and element.</summary>
    public static async Task<string[]> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return
        [
            .. found.EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .SelectMany(violation => violation.GetProperty("nodes").EnumerateArray().Select(node => $"{violation.GetProperty("id")}: {node.GetProperty("html")}")),
        ];
    }
}
