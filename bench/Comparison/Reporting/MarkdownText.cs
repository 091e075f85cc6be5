using System.Globalization;
using System.Text;
using LoApi.Comparison.Measures;

namespace LoApi.Comparison.Reporting;

/// <summary>Lines of a page.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A figure, in bold where an aim is missed.</summary>
    public static string Judged(FormattableString figure, bool missed) =>
        missed ? $"**{figure.ToString(CultureInfo.InvariantCulture)}**" : figure.ToString(CultureInfo.InvariantCulture);

    /// <summary>What has to be known to read the figures right.</summary>
    public void Remarks(Results results, Part part)
    {
        if (results.Remarks.TryGetValue(part, out var remarks))
        {
            Line($"\n### Remarks\n");
            foreach (var remark in remarks)
            {
                Line($"- {remark}");
            }
        }
    }

    public override string ToString() => _text.ToString();
}
