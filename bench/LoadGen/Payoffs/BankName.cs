namespace LoApi.LoadGen.Payoffs;

/// <summary>Brings the many spellings of a bank together: trimmed, upper case, one space for any run of blanks.</summary>
internal static class BankName
{
    public static string Normalise(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
