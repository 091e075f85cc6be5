using LoApi.Comparison.Contenders;

namespace LoApi.Comparison.Reporting;

/// <summary>One per contender, told apart by most who see colours otherwise (after Okabe and Ito).</summary>
internal static class Colours
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [Contender.LoApi.Id] = "#0072b2",
        [Contender.BareKestrel.Id] = "#999999",
        [Contender.PlainAspNet.Id] = "#e69f00",
        [Contender.FastApi.Id] = "#009e73",
    };

    public static string Of(Contender contender) => Known[contender.Id];

    public static void Legend(Svg drawing, double x, double y)
    {
        foreach (var contender in Contender.All)
        {
            drawing.Rectangle(x, y - 10, 12, 12, Of(contender));
            drawing.Text(x + 18, y, contender.Name);
            x += 40 + (7.2 * contender.Name.Length);
        }
    }
}
