using System.Globalization;

namespace LoApi.Comparison.Contenders;

/// <summary>SBA loan numbers: eight digits and two check digits, the sum of the digits weighted 5, 8, 4, 2, 6, 3, 7, 9, modulo 11.</summary>
internal static class LoanNumbers
{
    private static ReadOnlySpan<byte> Weights => [5, 8, 4, 2, 6, 3, 7, 9];

    /// <param name="number">Of at most eight digits.</param>
    public static string Of(int number)
    {
        var digits = number.ToString("D8", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += Weights[i] * (digits[i] - '0');
        }

        return string.Create(CultureInfo.InvariantCulture, $"{digits}{sum % 11:00}");
    }
}
