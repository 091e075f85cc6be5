namespace LoApi.Payoffs;

/// <summary>The form and the check digits of an SBA loan number.</summary>
public static class SbaLoanNumber
{
    /// <summary>Ten digits, as they are stored.</summary>
    public const string Pattern = "^[0-9]{10}$";

    /// <summary>Ten digits, with or without the hyphen before the check digits, as they are accepted.</summary>
    public const string AcceptedPattern = "^[0-9]{8}-?[0-9]{2}$";

    private const int Length = 10;
    private const int Digits = 8;

    private static ReadOnlySpan<int> Weights => [5, 8, 4, 2, 6, 3, 7, 9];

    /// <summary>The stored form: <c>XXXXXXXX-XX</c> loses its hyphen, anything else stays as it is.</summary>
    public static string Normalize(string text) =>
        text.Length == Length + 1 && text[Digits] == '-' ? text.Remove(Digits, 1) : text;

    /// <summary>Whether <paramref name="number"/> is ten digits.</summary>
    public static bool IsWellFormed(string number) =>
        number.Length == Length && !number.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the last two of ten digits are the check digits of the first eight.</summary>
    public static bool HasValidCheckDigits(string number) =>
        string.Equals(number, WithCheckDigits(number[..Digits]), StringComparison.Ordinal);

    /// <summary>The loan number whose first eight digits are <paramref name="digits"/>.</summary>
    public static string WithCheckDigits(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Digits; i++)
        {
            sum += Weights[i] * (digits[i] - '0');
        }

        return $"{digits}{sum % 11:D2}";
    }
}
