using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace LoApi.LoadGen.Commands;

/// <summary>Refuses what is no number or out of range when the command line is read, naming the range.</summary>
internal static class Bounds
{
    public static void Within<T>(Option<T> option, T least, T most)
        where T : struct, INumber<T> => option.CustomParser = result => Parse(result, option.Name, least, most);

    public static void Within<T>(Option<T?> option, T least, T most)
        where T : struct, INumber<T> => option.CustomParser = result => Parse(result, option.Name, least, most);

    private static T Parse<T>(ArgumentResult result, string option, T least, T most)
        where T : struct, INumber<T>
    {
        if (result.Tokens is [var token]
            && T.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most)
        {
            return value;
        }

        result.AddError($"{option} must be from {least} to {most}.");
        return least;
    }
}
