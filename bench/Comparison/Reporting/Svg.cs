using System.Globalization;
using System.Text;

namespace LoApi.Comparison.Reporting;

/// <summary>A drawing, on white so that it can be read on a dark page too.</summary>
internal sealed class Svg(int width, int height)
{
    private readonly StringBuilder _content = new();

    public void Rectangle(double x, double y, double w, double h, string fill) =>
        Add($"<rect x='{x:0.#}' y='{y:0.#}' width='{w:0.#}' height='{h:0.#}' fill='{fill}'/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke) =>
        Add($"<line x1='{x1:0.#}' y1='{y1:0.#}' x2='{x2:0.#}' y2='{y2:0.#}' stroke='{stroke}'/>");

    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke, bool dashed)
    {
        var text = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
        Add($"<polyline points='{text}' fill='none' stroke='{stroke}' stroke-width='2'{(dashed ? " stroke-dasharray='5 4'" : "")}/>");
    }

    public void Text(double x, double y, string text, string anchor = "start", int size = 12) =>
        Add($"<text x='{x:0.#}' y='{y:0.#}' text-anchor='{anchor}' font-size='{size}' fill='#222'>{Escape(text)}</text>");

    public override string ToString() =>
        $"""
        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' font-family='sans-serif'>
        <rect width='{width}' height='{height}' fill='white'/>
        {_content.ToString().TrimEnd()}
        </svg>

        """;

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private void Add(FormattableString element) => _content.Append(FormattableString.Invariant(element)).Append('\n');
}
