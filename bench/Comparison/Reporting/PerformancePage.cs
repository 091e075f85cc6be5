using LoApi.Comparison.Databases;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>The measured sections of <c>docs/performance.md</c>, and its plots. A run changes those that it measured, and no others.</summary>
internal sealed class PerformancePage(Results results, Plan plan, Machine machine, IReadOnlyList<DatabaseKind> databases, TimeSpan elapsed)
{
    /// <summary>A part's section.</summary>
    public string Markdown(Part part)
    {
        var figures = part switch
        {
            Part.Contenders => new ContendersSection(results, plan, databases).Markdown(),
            Part.Connections => new ConnectionsSection(results, plan, databases).Markdown(),
            _ => new ScalingSection(results).Markdown(),
        };
        return $"{machine.Told(elapsed)}\n\n{figures}";
    }

    public void Write(string directory)
    {
        var page = Path.Combine(directory, "performance.md");
        var text = File.ReadAllText(page);
        foreach (var part in plan.Parts)
        {
            text = MarkedSection.Replace(text, part, Markdown(part));
        }

        File.WriteAllText(page, text);
        if (plan.Parts.Contains(Part.Contenders))
        {
            ContendersSection.WritePlots(results, databases, Directory.CreateDirectory(Path.Combine(directory, "images")).FullName);
        }
    }
}
