using System.Collections.Immutable;
using System.Globalization;
using LoApi.ApiFrontend.Lists;
using LoApi.Errors;
using LoApi.Json;

namespace LoApi.ApiFrontend.Binding;

/// <summary>Reads the values of query parameters and collects what is wrong with them. An absent one is null and no error.</summary>
internal sealed class ParameterReader(HttpRequest request)
{
    private readonly ImmutableArray<MemberError>.Builder _errors = ImmutableArray.CreateBuilder<MemberError>();

    /// <summary>What is wrong with the values that were read so far; null where nothing is.</summary>
    public Failure? Failure => _errors.Count == 0 ? null : QueryParameters.Invalid(_errors.ToImmutable());

    /// <summary>A whole number in a range.</summary>
    public int? Number(QueryParameter parameter, int min, int max)
    {
        if (request.Parameter(parameter) is not { } text)
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(parameter, ProblemCode.OutOfRange, $"A whole number from {min} to {max}.");
        return null;
    }

    /// <summary>A calendar date, <c>YYYY-MM-DD</c>, in a range of years.</summary>
    public DateOnly? Date(QueryParameter parameter, int minYear, int maxYear)
    {
        if (request.Parameter(parameter) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Refuse(parameter, ProblemCode.InvalidFormat, "A calendar date, YYYY-MM-DD.");
        }
        else if (date.Year < minYear || date.Year > maxYear)
        {
            Refuse(parameter, ProblemCode.OutOfRange, $"A date in the years {minYear} to {maxYear}.");
        }
        else
        {
            return date;
        }

        return null;
    }

    /// <summary>One of an enumeration's codes.</summary>
    public TEnum? OneOf<TEnum>(QueryParameter parameter)
        where TEnum : struct, Enum
    {
        if (request.Parameter(parameter) is not { } text)
        {
            return null;
        }

        if (Code<TEnum>.TryParse(text, out var value))
        {
            return value;
        }

        Refuse(parameter, ProblemCode.InvalidValue, $"One of {string.Join(", ", Code<TEnum>.All)}.");
        return null;
    }

    /// <summary>Notes what is wrong with a parameter.</summary>
    public void Refuse(QueryParameter parameter, string code, string detail) => _errors.Add(new(parameter.Name, code, detail));
}
