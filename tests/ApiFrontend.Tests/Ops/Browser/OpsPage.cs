using System.Globalization;
using Microsoft.Playwright;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

/// <summary>What an operator does with the page.</summary>
internal static class OpsPage
{
    public const string Well = "All is well";

    public static ILocator Status(this IPage page) => page.Locator("#status");

    public static async Task SignInAsync(this IPage page, string key)
    {
        await page.GotoAsync("/ops");
        await page.GetByLabel("Operator key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Locator("#board").WaitForAsync();
        await page.UntilStatusAsync(Well);
    }

    /// <summary>Waits for what the page says in its first line.</summary>
    public static Task UntilStatusAsync(this IPage page, string text, float timeout = 60_000) => page.WaitForFunctionAsync(
        "text => document.getElementById('status').textContent.includes(text)", text, new() { Timeout = timeout, PollingInterval = 50 });

    /// <summary>A figure of the page.</summary>
    public static async Task<double> FigureAsync(this IPage page, string term)
    {
        var text = await page.Locator($"[data-term=\"{term}\"] dd").InnerTextAsync();
        return double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <summary>Waits for a figure to be so.</summary>
    public static async Task<double> UntilFigureAsync(this IPage page, string term, Func<double, bool> isSo)
    {
        for (var tries = 0; ; tries++)
        {
            var value = await page.FigureAsync(term);
            if (isSo(value))
            {
                return value;
            }

            Assert.True(tries < 600, $"{term} stays at {value}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
