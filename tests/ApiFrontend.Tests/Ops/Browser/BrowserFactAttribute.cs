using LoApi.ApiFrontend.Tests.Documentation;

namespace LoApi.ApiFrontend.Tests.Ops.Browser;

/// <summary>A test in a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null)
        {
            Skip = "Chromium is not installed: apt-get install chromium";
        }
    }

    /// <summary>Whether the test needs the packages of tests/Accessibility too.</summary>
    public bool NeedsAxe
    {
        get => false;
        set => Skip ??= value && !File.Exists(Axe.Path) ? "axe-core is not installed: npm ci --prefix tests/Accessibility" : null;
    }

    /// <summary>The browser's program, or null.</summary>
    public static string? Chromium { get; } = ShellFactAttribute.IsOnPath("chromium") ? "chromium"
        : ShellFactAttribute.IsOnPath("chromium-browser") ? "chromium-browser"
        : null;
}
