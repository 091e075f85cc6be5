namespace LoApi.LoadGen.Tests;

/// <summary>The rule of the check digits, as the contract states it.</summary>
internal static class LoanNumber
{
    private static readonly int[] Weights = [5, 8, 4, 2, 6, 3, 7, 9];

    public static bool IsValid(string number) =>
        number.Length == 10
        && number.All(char.IsAsciiDigit)
        && Weights.Select((weight, index) => weight * (number[index] - '0')).Sum() % 11 == int.Parse(number[8..]);
}
