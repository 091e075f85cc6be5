using System.CommandLine;
using System.Globalization;

namespace LoApi.LoadGen.Commands;

/// <summary>Refuses numbers outside a range when the command line is read.</summary>
internal static class Bounds
{
    public static void Within<T>(Option<T> option, T least, T most)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is var value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
        {
            result.AddError(Message(option.Name, least, most));
        }
    });

    public static void Within<T>(Option<T?> option, T least, T most)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T?>() is { } value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
        {
            result.AddError(Message(option.Name, least, most));
        }
    });

    private static string Message<T>(string option, T least, T most) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} must be from {least} to {most}.");
}
