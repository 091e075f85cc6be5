using Microsoft.Playwright;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

/// <summary>Debian's own browser, without a window; started once for a class of tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not { } program)
        {
            return; // The tests are skipped.
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).First(File.Exists),
            Args = ["--no-sandbox", "--disable-dev-shm-usage"], // A container runs as root, and has little shared memory.
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page of a browser that knows nothing yet.</summary>
    internal async Task<IPage> OpenAsync(Uri service, ColorScheme colours = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = service.AbsoluteUri, ColorScheme = colours, ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(60_000); // Of a machine that does much else beside.
        return await context.NewPageAsync();
    }
}
