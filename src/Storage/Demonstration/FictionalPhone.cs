namespace LoApi.Storage.Demonstration;

/// <summary>Telephone numbers that the North American Numbering Plan keeps for fiction: 555-0100 to 555-0199.</summary>
internal static class FictionalPhone
{
    public static string Number(string areaCode, int index) => $"{areaCode}-555-01{index % 100:00}";
}
