namespace LoApi.PlainAspNet.Countries;

internal sealed record CountryModel(string Alpha2, string Alpha3, string Numeric, string Name, string OfficialName, string? Region);
