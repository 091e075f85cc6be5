namespace LoApi.Reference;

/// <summary>The names of the tables of reference data.</summary>
public static class ReferenceTableName
{
    /// <summary>Countries: a <see cref="LoApi.Countries.CountryTable"/>.</summary>
    public const string Countries = "countries";
}
