namespace LoApi.Reference;

/// <summary>The names of the tables of reference data.</summary>
public static class ReferenceTableName
{
    /// <summary>Countries: a <see cref="LoApi.Countries.CountryTable"/>.</summary>
    public const string Countries = "countries";

    /// <summary>Franchises: a <see cref="LoApi.Franchises.FranchiseTable"/>.</summary>
    public const string Franchises = "franchises";

    /// <summary>NAICS codes: a <see cref="LoApi.NaicsCodes.NaicsCodeTable"/>.</summary>
    public const string NaicsCodes = "naics-codes";
}
