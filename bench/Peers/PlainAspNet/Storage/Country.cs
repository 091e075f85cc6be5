namespace LoApi.PlainAspNet.Storage;

internal sealed class Country
{
    public required string Alpha2 { get; init; }

    public required string Alpha3 { get; init; }

    public required string NumericCode { get; init; }

    public required string CountryName { get; init; }

    public required string OfficialName { get; init; }

    public string? Region { get; init; }
}
